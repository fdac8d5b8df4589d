"""What stands around a story: hidden blocks, notes, sign-ups, calls to subscribe, portraits, labels."""

from __future__ import annotations

import json

import pytest

from bot.articles.html.gates import GATE
from bot.articles.story import ends, heads
from bot.articles.story.extract import read_html
from bot.model import Article

LINES = [
    f"The keepers of light number {n} at Skarvik said on Monday that the lamp would be lit again." for n in range(9)
]
STORY = "".join(f"<p>{line}</p>" for line in LINES)
LONG, LONGER = (
    STORY
    + "".join(
        f"<p>On day {n} the lamp of tower {n * 7} was cleaned with oil and sand, and nobody in \
the harbour saw its light until the evening came.</p>"
        for n in range(many)
    )
    for many in (12, 30)
)


def read(body: str, head: str = "") -> Article:
    """A page with a heading."""
    return read_html(f"<html><head>{head}</head><body><article><h1>Lamp lit</h1>{body}</article></body></html>")


def lines(body: str) -> list[str]:
    """What is read of it below the title."""
    article = read(body)
    return article.text[article.body_start :].split("\n")


@pytest.mark.parametrize(
    "block",
    [
        "<p hidden>Nobody is to see this sentence about the lamp at all.</p>",
        '<div hidden="until-found-not"><p>Nobody is to see this.</p><p hidden>Nor this one here.</p></div>',
        '<div class="footnotes"><p>A note of the printers about the paper that they used.</p></div>',
        '<ol class="endnotes"><li>Log of the station, page seven, in the archive of Kolmar.</li></ol>',
        '<div><h4>The evening tide</h4><form><input type="email"><button>Go</button></form></div>',
        '<form><p>Have the lamps of Skarvik every evening</p><input type="email"></form>',
        '<p class="player-no-js">To see this film, turn on what your browser calls scripts</p>',
    ],
)
def test_blocks_that_are_not_read(block: str) -> None:
    """Wherever they stand."""
    assert lines(f"<p>{LINES[0]}</p>{block}" + "".join(f"<p>{line}</p>" for line in LINES[1:])) == LINES


def test_a_story_that_programs_would_unhide_is_read() -> None:
    """What is most of the page is the page."""
    assert lines(f"<div hidden>{STORY}</div>") == LINES


def test_a_long_block_is_no_note_whatever_its_class_says() -> None:
    """Some call the whole page so."""
    assert lines(f'<div class="footnote-page">{LONG}</div>')[:9] == LINES


def test_a_form_around_the_page_is_no_sign_up() -> None:
    """Old frameworks have one."""
    assert lines(f'<form>{STORY}<input type="email"></form>') == LINES
    assert lines(f'{STORY}<input type="email">') == LINES


def test_marks_of_notes_go_and_powers_stay() -> None:
    """A mark is linked to its note."""
    text = LINES[0].replace("Monday", 'Monday<sup><a href="#n1">1</a></sup>') + " It is 40 m<sup>2</sup> large."
    assert lines(f"<p>{text}</p>{STORY}")[0] == f"{LINES[0]} It is 40 m2 large."


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading.",
        "You have read 3 of 5 free articles this month.",
        "You have two free articles left this month. Log in to see how many you read.",
        "Hanne Lofthus is our correspondent for the coast.",
        "Hanne Lofthus, who lives in Skarvik, writes about the sea.",
    ],
)
def test_the_end_that_is_no_story(line: str) -> None:
    """Calls, counters and portraits; of a text that is nothing else the first line is kept."""
    assert ends.without([*LINES, line], ("Hanne Lofthus",)) == (LINES, [line])
    assert ends.without([line], ("Hanne Lofthus",)) == ([line], [])


@pytest.mark.parametrize(
    "line",
    [
        "The union said that members may subscribe to the fund now, as “you can’t keep reading about it for ever”.",
        "Hanne Lofthus is only a name on a list, said the judge." + " And so on." * 60,
        "Sjur Bakken is the keeper of the lamp.",
        "The library lent 3 articles to the court.",
    ],
)
def test_the_end_that_is_story(line: str) -> None:
    """Sentences about such things, and about other people."""
    assert ends.without([*LINES, line], ("Hanne Lofthus",)) == ([*LINES, line], [])


@pytest.mark.parametrize(
    "words",
    [
        *("To read the full story, subscribe or sign in.", "Keep reading for just 1 crown", "Unlock this article"),
        *("Continue reading with a subscription", "You’ve reached your article limit", "This is a members-only story"),
        *("The rest of this article is behind a paywall", "This content is only available to subscribers"),
        *("Sign up for a free account to keep reading", "To continue reading, please become a member."),
    ],
)
def test_gates(words: str) -> None:
    """However they are worded."""
    assert GATE.match(words)


@pytest.mark.parametrize(
    "words",
    [
        *("Subscribe to our newsletter", "Sign up to read more stories like this", "Log in to view comments"),
        *("Support us: become a member today", "Log in to read comments", "The rest of this week is dry."),
        *("To read is to travel.", "Keep reading the sky, he said.", "This content is for children."),
    ],
)
def test_what_is_no_gate(words: str) -> None:
    """Offers that stand under whole stories, and sentences."""
    assert not GATE.match(words)


@pytest.mark.parametrize("label", ["PRESS RELEASE", "Opinion", "Breaking news:", "Page 2 of 3", "Exclusive"])
def test_labels_above_a_story(label: str) -> None:
    """Stay out of it; further down they are words like others."""
    assert heads.without([label, *LINES], None) == LINES
    assert heads.without([*LINES, label], None) == [*LINES, label]


@pytest.mark.parametrize(
    ("story", "head", "ending", "kind"),
    [
        (STORY, "", "You have read 3 of 5 free articles this month. Subscribe for unlimited access.", "full"),
        (STORY, "", "You have read the last of your 5 free articles. Subscribe to keep reading.", "teaser"),
        (STORY, "", "Register to continue reading", "teaser"),
        (STORY, "", "Subscribe now to keep reading our stories", "teaser"),
        (STORY, "", "This article is for subscribers only", "teaser"),
        (LONG, "", "Register to continue reading", "full"),
        (LONG, ".paid", "", "teaser"),
        (LONG, "#paid", "", "teaser"),
        (LONG, "div > .paid", "", "full"),
        (LONG + '<p class="paid">The lamp was lit at nine.</p>', ".paid", "", "full"),
        (LONGER, ".paid", "", "full"),
    ],
)
def test_how_much_was_read(story: str, head: str, ending: str, kind: str) -> None:
    """By gates, counters, and whether the part that is not free is there."""
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": head}
    data = json.dumps({"@type": "NewsArticle", "hasPart": part}) if head else "{}"
    script = f'<script type="application/ld+json">{data}</script>'
    assert read(f'{story}<div class="gate"><h3>{ending}</h3></div>', script).receipt.kind == kind
