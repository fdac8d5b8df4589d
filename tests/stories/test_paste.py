"""A page that gives less than its article: somebody pastes the text, and its digest takes the place of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.settings import Settings
from tests.fakes.slack import Channel, Message, Slack, User, View
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.conftest import running
from tests.stories.forms import OPENING, STORY, open_form, teaser
from tests.stories.pages import TITLE, page


@pytest.fixture(params=["socket", "http"])
async def bot(
    request: pytest.FixtureRequest, slack: Slack, settings: Settings, signed_settings: Settings
) -> AsyncIterator[None]:
    """The bot over each of the two transports."""
    if request.param == "http":
        slack.use_http(f"http://127.0.0.1:{signed_settings.port}/slack/events")
    async with running(settings if request.param == "socket" else signed_settings):
        yield


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody who has a subscription."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Her channel."""
    return slack.channel("desk", maria, slack.person("ken"))


async def submit(slack: Slack, maria: User, form: View, text: str = ARTICLE) -> None:
    """The text is pasted and taken."""
    assert (await slack.submit_view(maria, form, {"text": text}).done()).acked


async def replaced(slack: Slack, asked: Message, words: str = "Amina Yusuf") -> Message:
    """The one reply, once it says these words."""
    await slack.wait_for(lambda: [words in one.shown for one in slack.thread(asked)] == [True])
    await slack.quiet()
    [digest] = slack.thread(asked)
    return digest


@pytest.mark.usefixtures("bot")
async def test_a_teaser_becomes_the_digest_of_the_whole_text(
    slack: Slack, site: Website, maria: User, desk: Channel
) -> None:
    """In place, under the headline that was known; the receipt says that it was pasted, and there is no button more."""
    asked = slack.say(maria, desk, site.page(STORY, teaser()))
    [first] = await slack.replies(asked)
    assert "Read the free opening only" in first.shown
    assert "Amina Yusuf" not in first.shown
    form = await open_form(slack, maria, first)
    assert form.content["blocks"][1]["element"]["initial_value"] == TITLE
    await submit(slack, maria, form)
    assert not form.open
    digest = await replaced(slack, asked)
    assert digest is first
    assert TITLE in digest.shown
    assert "Read as pasted here, not from the page" in digest.shown
    assert "Read as pasted here, not from the page" in digest.text
    assert "paste_text" not in {button["action_id"] for button in digest.buttons}
    await slack.click(maria, digest, "show_evidence").done()
    [evidence] = slack.modals(maria)
    assert "Amina Yusuf" in evidence.shown


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("403 Forbidden", "turns programs away (403)"),
        ("451 Unavailable", "turns programs away (451)"),
        ("503 Service Unavailable", "has a fault of its own (503)"),
        ("404 Not Found", "no page at this address"),
    ],
)
async def test_a_refusal_becomes_the_digest(slack: Slack, site: Website, maria: User, status: str, said: str) -> None:
    """Whoever asked, and whoever pastes: the article's own headline may be typed above it."""
    desk, ken = slack.channel("desk", maria), slack.person("ken")
    asked = slack.say(maria, desk, f"<@{slack.bot().id}> {site.page(STORY, 'no', status)}")
    [refusal] = await slack.replies(asked)
    assert said in refusal.shown
    form = await open_form(slack, ken, refusal)
    await slack.submit_view(ken, form, {"text": ARTICLE, "title": "Moyale opens again"}).done()
    digest = await replaced(slack, asked)
    assert digest is refusal
    assert "Moyale opens again" in digest.shown


@pytest.mark.usefixtures("bot")
async def test_a_consent_page_becomes_the_digest(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """A headline that is not typed is found above the text."""
    wall = (
        "<html><body><p>Before you continue: we and our partners use cookies and store personal data.</p></body></html>"
    )
    asked = slack.say(maria, desk, f"<@{slack.bot().id}> {site.page(STORY, wall)}")
    [refusal] = await slack.replies(asked)
    assert "accept cookies" in refusal.shown
    await submit(slack, maria, await open_form(slack, maria, refusal), f"{TITLE}\n\n{ARTICLE}")
    assert TITLE in (await replaced(slack, asked)).shown


@pytest.mark.usefixtures("bot")
async def test_a_text_that_can_give_no_digest(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Is told so under its field, and stays in it; a better one is taken then."""
    asked = slack.say(maria, desk, site.page(STORY, teaser()))
    [first] = await slack.replies(asked)
    form = await open_form(slack, maria, first)
    await slack.submit_view(maria, form, {"text": "See the page."}).done()
    assert form.errors == {"text": "That is only 3 words: paste at least 40 words of the article."}
    assert (form.open, form.trouble) == (True, False)
    await slack.quiet()
    assert "Read the free opening only" in first.shown
    await submit(slack, maria, form)
    await replaced(slack, asked)


@pytest.mark.usefixtures("bot")
async def test_a_text_that_only_the_worker_can_judge(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Whoever pasted it is told alone; what stood there stands, and its button works still."""
    mixed = " ".join(("Nul ne sait ce que dira the ministre and les autres from Paris après la réunion de lundi.",) * 4)
    asked = slack.say(maria, desk, site.page(STORY, teaser()))
    [first] = await slack.replies(asked)
    await submit(slack, maria, await open_form(slack, maria, first), mixed)
    [told] = await slack.wait_for(lambda: slack.ephemeral(maria))
    assert "only English is read" in told.shown
    assert told.thread_ts == asked.ts
    assert "Read the free opening only" in first.shown
    await submit(slack, maria, await open_form(slack, maria, first))
    await replaced(slack, asked)


@pytest.mark.usefixtures("bot")
async def test_what_is_whole_has_no_button(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Nor has a text that was pasted into the channel itself."""
    [whole] = await slack.replies(slack.say(maria, desk, site.page(STORY, page())))
    [pasted] = await slack.replies(slack.say(maria, desk, ARTICLE))
    for digest in (whole, pasted):
        assert "paste_text" not in {button["action_id"] for button in digest.buttons}


@pytest.mark.usefixtures("bot")
async def test_a_long_article_is_taken_whole(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Far more than a plain field of Slack's holds, paragraph by paragraph, and the rest from the second field."""
    long = "\n\n".join(f"{paragraph} That was part {n}." for n in range(12) for paragraph in ARTICLE.split("\n\n"))
    assert len(long) > 9000
    asked = slack.say(maria, desk, site.page(STORY, teaser()))
    [first] = await slack.replies(asked)
    form = await open_form(slack, maria, first)
    await slack.submit_view(maria, form, {"text": long, "rest": "Grace Wanjiru, the mayor, closed the day."}).done()
    digest = await replaced(slack, asked)
    words = len(long.split()) + 7
    assert f"not from the page ({words:,} words)" in digest.shown


FILES = {
    "a PDF": (b"%PDF-1.7 ...", "application/pdf", ["paste_text"]),
    "a video": (b"\x00\x00\x00\x18ftypmp42", "video/mp4", ["paste_text"]),
    "a feed": (b"<rss version='2.0'><channel><title>News</title></channel></rss>", "application/rss+xml", []),
}


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("what", FILES)
async def test_what_is_no_page_is_said_so_when_asked(slack: Slack, site: Website, maria: User, what: str) -> None:
    """With the button where there may be one text in it; unasked, nothing is said."""
    body, kind, buttons = FILES[what]
    desk, url = slack.channel("desk", maria), site.page(STORY, body, headers={"Content-Type": kind})
    unasked = slack.say(maria, desk, url)
    [refusal] = await slack.replies(slack.say(maria, desk, f"<@{slack.bot().id}> {url}"))
    await slack.quiet()
    assert f"sent {what} instead" in refusal.shown
    assert [button["action_id"] for button in refusal.buttons] == buttons
    assert not slack.thread(unasked)


def test_the_opening_is_no_article() -> None:
    """The stories rest on it."""
    assert "Amina Yusuf" not in OPENING
