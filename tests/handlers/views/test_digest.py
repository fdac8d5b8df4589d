from __future__ import annotations

from typing import Any

import pytest

from bot.model import Briefing, Digest
from handlers.views.digest import brief, digest, plain
from tests.fakes.slack import kit
from tests.handlers.views import builders as b

LINK = "<https://news.example.org/africa/moyale?id=1&amp;page=2|news.example.org>"


def shown(message_of: Briefing) -> list[str]:
    """The lines of a digest."""
    return b.lines(digest(message_of).blocks)


def test_the_digest_as_a_reader_sees_it() -> None:
    """Headline, then where, when, who it is about and where it stands; then every field that the article states."""
    assert shown(b.briefing()) == [
        "Kenya and Ethiopia reopen the Moyale crossing",
        "📍 Moyale, Kenya · 🗓 Tue 4 Mar 2025 · 🇰🇪 Kenya  🇪🇹 Ethiopia · Example Wire · " + LINK,
        "*What happened*   Kenya and Ethiopia reopened the Moyale crossing on Tuesday after a nine-month closure.",
        "*Who*   Amina Yusuf, Kenya's trade minister · Dawit Bekele, head of Ethiopian customs",
        "*Why*   “to restore trade worth $40 million a year” — Yusuf",
        "*Key facts*",
        " • About 600 lorries were waiting on both sides, customs officials said.  · reported",
        " • Drivers will need a single permit.",
        "*In their words*",
        " | “This is a door, not a wall.” — Dawit Bekele, via state broadcaster EBC",
        "*Next*   25 Mar 2025: The two ministries will review the arrangement on 25 March.",
        "*Sources in the text*   customs officials (unnamed) · EBC (state media)",
        "_Read in full (412 words) · every line is the article's own wording_",
        "[ Follow 🇰🇪 ]  [ Follow 🇪🇹 ]  [ Show evidence ]",
        "[ What did Amina Yusuf say? ]  [ What happens next? ]  [ Why? ]",
    ]


def test_notifications_and_screen_readers_get_words() -> None:
    """The text says headline, what happened, where, when, about whom, by whom and what was read; no flags, no link."""
    assert digest(b.briefing()).text.split("\n") == [
        "Kenya and Ethiopia reopen the Moyale crossing",
        "Kenya and Ethiopia reopened the Moyale crossing on Tuesday after a nine-month closure.",
        "Moyale, Kenya · Tue 4 Mar 2025 · Kenya, Ethiopia · Example Wire · news.example.org",
        "Read in full (412 words)",
    ]


def test_what_is_not_stated_is_left_out() -> None:
    """An article that states nothing still has its headline, its receipt and its evidence button."""
    bare = b.briefing(Digest("v1", b.TITLE), b.article(url=None, site=None, published=None))
    assert shown(bare) == [
        b.TITLE,
        "_Read in full (412 words) · every line is the article's own wording_",
        "[ Show evidence ]",
    ]
    assert digest(bare).text == f"{b.TITLE}\nRead in full (412 words)"
    assert plain(bare).text.split("\n")[0] == f"*{b.TITLE}*"


def test_a_digest_without_a_headline_says_so() -> None:
    """Slack refuses an empty header, and a reader wonders about it."""
    assert shown(b.briefing(b.digest(headline="\u200b")))[0] == "An article without a headline"


def test_a_headline_that_is_the_summary_stands_once() -> None:
    """A text without a title is headed by its summary sentence, which then is not repeated below."""
    lines = shown(b.briefing(b.digest(headline=b.REOPENED)))
    assert lines[0] == b.REOPENED
    assert [line for line in lines if b.REOPENED in line] == [b.REOPENED]
    clause = b.fact("what", "Kenya and Ethiopia reopened the Moyale crossing on Tuesday")
    assert "What happened" not in shown(b.briefing(b.digest(headline=b.REOPENED, what=(clause,))))[2]
    gist = b.fact("what", "a single permit")
    assert shown(b.briefing(b.digest(headline=b.REOPENED, what=(clause, gist))))[2] == f"*What happened*   {b.PERMIT}"


def test_a_headline_too_long_for_a_header_stands_whole_below() -> None:
    """A header takes 150 characters; the sentence itself follows as what happened."""
    long = f"{b.REOPENED[:-1]}, and {'very ' * 20}many people came."
    lines = shown(b.briefing(b.digest(headline=long, what=(b.fact("what", long, long),))))
    assert len(lines[0]) <= 150
    assert lines[0].endswith("…")
    assert lines[2] == f"*What happened*   {long}"


def test_nothing_is_said_twice() -> None:
    """A fact within a shown sentence, the same words elsewhere, a quotation that a key fact holds: once is enough."""
    kept = b.digest(
        key_facts=(b.fact("key", "reopened the Moyale crossing"), b.fact("key", b.DOOR), b.fact("key", b.PERMIT)),
        who=(b.fact("who", "Amina Yusuf"), b.fact("who", "amina yusuf", role="minister")),
        why=(b.fact("why", b.REVIEW),),
        sourcing=(b.source("EBC", "state_media"), b.source("EBC", "organisation")),
    )
    lines = shown(b.briefing(kept))
    assert sum(b.DOOR in line for line in lines) == 1
    assert sum(b.REVIEW in line for line in lines) == 1
    assert " • reopened the Moyale crossing" not in lines
    assert "*Who*   Amina Yusuf" in lines
    assert "*Sources in the text*   EBC (state media)" in lines


def test_claims_say_how_firm_they_are_and_whose() -> None:
    """The claimant is named where the sentence doesn't do it; a hedge is marked as one."""
    kept = b.digest(
        what=(b.fact("what", b.REOPENED, certainty="hedged"),),
        why=(b.fact("why", "after a nine-month closure", certainty="hedged"),),
        key_facts=(
            b.fact("key", b.PERMIT, attribution="the ministry", certainty="reported"),
            b.fact("key", b.LORRIES, attribution="Kenya", certainty="hedged"),
        ),
    )
    lines = shown(b.briefing(kept))
    assert lines[2] == f"*What happened*   {b.REOPENED}  · hedged"
    assert "*Why*   after a nine-month closure  · hedged" in lines
    assert f" • {b.PERMIT}  · reported by the ministry" in lines
    assert f" • {b.LORRIES}  · hedged, according to Kenya" in lines


def test_several_next_dates_are_a_list() -> None:
    """One comes after its label, two stand under it; a date that can't be resolved is left to the words."""
    kept = b.digest(upcoming=(b.fact("upcoming", b.REVIEW, date="2025-W13"), b.fact("upcoming", b.PERMIT)))
    lines = shown(b.briefing(kept))
    at = lines.index("*Next*")
    assert lines[at + 1 : at + 3] == [f" • week of 24 Mar 2025: {b.REVIEW}", f" • {b.PERMIT}"]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"site": "news.example.org"}, LINK),
        ({"site": None, "url": "https://a@b.example/"}, ""),
        ({"url": None}, "Example Wire"),
        (
            {"site": "Your <Bank>", "url": "https://evil.example/"},
            "Your &lt;Bank&gt; · <https://evil.example/|evil.example>",
        ),
    ],
)
def test_the_outlet_never_lies_about_its_host(changes: dict[str, Any], line: str) -> None:
    """A name comes from the page and could be anybody's, so that the link is always under the real host."""
    kept = b.digest(where=(), when=(), countries=())
    context = shown(b.briefing(kept, b.article(published=None, **changes)))[1]
    assert context == line if line else context.startswith("*What")


def test_a_button_that_could_not_work_is_left_out() -> None:
    """Slack takes values up to 2,000 characters."""
    named = digest(b.briefing(identity="https://example.org/" + "a" * 2000))
    assert [each["action_id"] for each in b.row(named)] == ["order_follow_0", "order_follow_1"]
    assert b.button(digest(b.briefing()), "show_evidence")["value"] == f"0123456789abcdef|{b.URL}"


def test_smaller_forms_for_when_slack_refuses() -> None:
    """First a few plain blocks without buttons, then words alone; each still says what happened."""
    small, words = brief(b.briefing()), plain(b.briefing())
    assert {block["type"] for block in small.blocks} == {"section", "context"}
    assert b.lines(small.blocks)[:2] == [f"*{b.TITLE}*", b.REOPENED]
    assert kit.faults(list(small.blocks), "message") == []
    assert words.blocks == ()
    assert f"*What happened*  {b.REOPENED}" in words.text.split("\n")
    assert f"• {b.LORRIES} (reported)" in words.text.split("\n")
    assert len(words.text) <= 3500
