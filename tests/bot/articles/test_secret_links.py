from __future__ import annotations

import pytest

from bot.articles.urls.links import parse

KEY = "Zk81mQ3vT0xYb7LcW2nR"  # twenty letters and digits as a generator makes them
HEX = "9f86d081884c7d659a2feaa0c55ad015"
SHA = HEX + "a3bf4f1b2b0b822cd15d6c15b0f00a08"
UUID = "123e4567-e89b-42d3-a456-426614174000"
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"

SECRET = f"""
    https://bucket.s3.amazonaws.com/report.pdf?X-Amz-Credential=AKIA&X-Amz-Signature=0f&X-Amz-Expires=60
    https://example.com/a.html?AWSAccessKeyId=AKIA&Expires=1&Signature=x%3D
    https://example.com/a?Policy=x&Key-Pair-Id=APK&Expires=1
    https://example.com/a?Key-Pair-Id=APKA1
    https://account.blob.core.windows.net/box/a.html?sv=2022-11-02&sp=r&se=2025-01-01&sig=abc
    https://example.com/a?sv=2022-11-02&sr=b&sig=abc
    https://storage.googleapis.com/bucket/a?GoogleAccessId=x&Expires=1
    https://example.com/a?X-Goog-Signature=ab&X-Goog-Expires=60
    https://firebasestorage.googleapis.com/v0/b/x/o/a?alt=media&token={UUID}
    https://cdn.example.com/a?hdnts=exp=1~acl=/*~hmac=ab
    https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1&is=2&hm=3
    https://slack-files.com/T01-F02-abc123
    https://example.com/a?pub_secret=abc123
    https://docs.google.com/document/d/1AbC/edit
    https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml
    https://drive.google.com/file/d/1AbC/view?usp=sharing
    https://drive.google.com/open?id=1&resourcekey=0-x
    https://www.dropbox.com/s/abc/report.html?dl=0
    https://www.dropbox.com/scl/fi/abc/report.html?rlkey=abc
    https://tenant.sharepoint.com/:w:/g/personal/x/EaB
    https://1drv.ms/w/s!AbC
    https://onedrive.live.com/view.aspx?resid=1!2&authkey=!x
    https://app.box.com/s/{KEY}
    https://we.tl/t-AbC
    https://mega.nz/file/ab#key
    https://www.notion.so/team/Plan-{HEX}
    https://team.notion.site/Plan-{HEX}
    https://www.figma.com/file/abc/x
    https://www.loom.com/share/{HEX}
    https://chat.whatsapp.com/AbCdEf
    https://t.me/+AbCdEf
    https://discord.gg/abc
    https://gist.github.com/somebody/{HEX}
    https://privatebin.example/?{KEY}#{KEY}
    https://example.com/story?gift={KEY}
    https://example.com/story?gift=1&giftcode=ab
    https://example.com/2025/03/04/story.html?unlocked_article_code=1.ab.cd&smid=url-share
    https://example.com/articles/story?st=abc123&reflink=desktopwebshare_permalink
    https://example.com/content/{UUID}?accessToken=zw&sharetype=gift
    https://example.com/story?shareToken=ab
    https://example.com/story?giftToken=ab
    https://example.com/story?pwapi_token={JWT}
    https://example.com/story?share={KEY}
    https://example.com/story?share_code=ab1
    https://example.com/a?token=abc
    https://example.com/a?access_token=abc
    https://example.com/a?user[token]=abc
    https://example.com/a?auth=abc
    https://example.com/a?loginToken=abc
    https://example.com/a?myApiKey=abc
    https://example.com/a?sessionid=1
    https://example.com/a;jsessionid=1
    https://example.com/a?x={JWT}
    https://example.com/x/{JWT}
    https://example.com/a?x={HEX}
    https://example.com/a?x={UUID}
    https://example.com/a?x={KEY}
    https://example.com/a?{KEY}
    https://example.com/a#access_token=abc
    https://example.com/#{KEY}
    https://example.com/#!/{KEY}
    https://example.com/{KEY}
    https://example.com/view/{SHA}
    https://example.com/magic-link/{HEX}
    https://example.com/invite/Zx81kQ2m
    https://example.com/reset_password/{UUID}
    https://example.com/verify-email/{HEX}
    https://example.com/unsubscribe/{UUID}
    https://example.com/share/a1b2c3d4
    https://example.com/s/k3j9x2m4
    https://example.com/preview/{UUID}
    https://example.com/x/a8k3j9x2m4q7w1z5t6y0b2nc
    https://example.com/a?t%6fken=abc
    https://example.com/a?a=1;token=abc
    https://example.com/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PAL/getMe
    https://calendar.google.com/calendar/ical/a/private-{HEX}/basic.ics
    https://example.com/story?source=friends_link&sk={HEX}
""".split()

INNOCENT = f"""
    https://example.com/
    https://example.com/2025/03/04/kenya-and-ethiopia-reopen-the-moyale-crossing
    https://example.com/article/kenya-ethiopia-moyale-crossing-trade-{HEX}
    https://example.com/article/{HEX}
    https://example.com/content/{UUID}
    https://example.com/news/articles/c4gz7d2k1nno
    https://example.com/news/world-africa-61234567
    https://example.com/world/2025/mar/04/moyale-crossing-reopens-after-nine-months
    https://example.com/world/africa/moyale-crossing-reopens-2025-03-04/
    https://example.com/article/us-kenya-border-idUSKBN2AB12X
    https://example.com/news/other/trade-resumes/ar-AA1abcDE
    https://example.com/2025/03/04/world/africa/moyale.html?smid=tw-share
    https://example.com/story.php?id=1234567890123456789012
    https://example.com/?p=12345
    https://example.com/index.php?option=com_content&view=article&id=12:a-story&catid=3
    https://example.com/wiki/Some_Long_Title_With_2019_Digits
    https://example.com/NEWS-2019-11-Long-Slug-With-Caps-And-1-Digit
    https://example.com/TheQuickBrownFoxJumpsOverTheLazyDog
    https://example.com/a?utm_source=newsletter&utm_campaign=spring_2025_Kenya_Trade_01
    https://example.com/a?fbclid=IwAR0{KEY}{KEY}
    https://example.com/a?gclid=Cj0KCQ{KEY}{KEY}
    https://example.com/a?_hsenc=p2ANqtz-{KEY}&_hsmi=12345
    https://example.com/a?mc_cid=0a1b2c3d4e&mc_eid=5f6a7b8c9d
    https://example.com/a?share=twitter
    https://example.com/p/story?utm_campaign=post&showWelcomeOnShare=false
    https://example.com/a?ocid=feed&cvid={HEX}
    https://example.com/a?bxid={HEX}&hasha={HEX}&hashc={SHA}
    https://example.com/a?sfmc_activityid={UUID}&dicbo=v2-{HEX}
    https://example.com/a?CMP=Share_iOSApp_Other
    https://example.com/a?at_medium=RSS&at_campaign=KARANGA
    https://example.com/a?author=amina-yusuf
    https://example.com/a?keyword=border&passage=4&sharing=1x
    https://example.com/search?q=magic+links+and+gift+tokens
    https://example.com/a?page=2&sort=date&order=desc
    https://example.com/a?token=
    https://example.com/a?lang=en-GB&country=KE
    https://example.com/a?date=2025-03-04T12:00:00Z
    https://example.com/a#comments
    https://example.com/a#:~:text=the%20first%20lorries
    https://example.com/a#p7
    https://example.com/join/the-conversation
    https://example.com/share/kenya-and-ethiopia-2025
    https://example.com/invite/the-neighbours-to-dinner
    https://example.com/s/story/moyale
    https://example.com/d/2025/03/04
    https://example.com/public/press-releases/2025
    https://example.com/login/help
    https://example.com/download/reports/annual-2024
    https://example.com/en/press-room/20250304IPR27301/trade-agreement
    https://example.com/nachrichten/ausland/grenze-a-1234567.html
    https://example.com/afrique/article/2025/03/04/la-frontiere_6212345_3212.html
    https://example.com/video/c/1a2b3c4d
    https://example.com/story/01HQ-trade-resumes
    https://example.com/مرز-باز-شد/1234567
    https://docs.example.com/document/d/1AbC
    https://www.dropbox.com/business
    https://news.google.com/topstories
    https://t.me/somechannel/123
    https://gist.github.com/discover
""".split()


@pytest.mark.parametrize("url", SECRET)
def test_an_address_that_opens_something_is_known(url: str) -> None:
    """Signed links, gifts, invitations, sessions, shared documents, and whatever is too random to guess."""
    assert parse(url).secret


@pytest.mark.parametrize("url", INNOCENT)
def test_an_address_that_anybody_may_know_is_no_secret(url: str) -> None:
    """Headlines, dates, the ids that outlets give their articles, and the marks of campaigns."""
    assert not parse(url).secret


def test_the_tables_are_as_large_as_they_should_be() -> None:
    """At least forty of each."""
    assert len(set(SECRET)) == len(SECRET) >= 40
    assert len(set(INNOCENT)) == len(INNOCENT) >= 40


@pytest.mark.parametrize("bait", ["a1" * 900, "/s" * 900, "?a=" + "A-" * 900, "?" + "&=" * 900, "?x=eyJ" + "a" * 1_900])
def test_a_link_made_to_be_slow_is_judged_at_once(bait: str) -> None:
    """Nothing is tried over and over."""
    assert parse(f"https://example.com/{bait}").url
