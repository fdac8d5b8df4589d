"""What is new in a further article of a story, as a reader sees it, and whatever the articles hold."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.model import Fact, Post
from bot.newsdesk.stories import Known, Sequel
from bot.stories import Claim, Conflict, News
from handlers.views.news import OPEN, ladder
from tests.fakes.slack import kit
from tests.handlers.views import builders as b
from tests.handlers.views.test_limits import ANGLED, NASTY, accepted, everything

LINK = "https://acme.slack.example/archives/C1/p1741089600000100"
HOST = "https://news.example.org/africa/moyale?id=1&amp;page=2|news.example.org"
FIRST = "Moyale crossing to open, ministers say"
TOLD = b.briefing()
KEY = TOLD.digest.key_facts[1]


def known(headline: str = FIRST, site: str | None = "Rift Daily", count: int = 1) -> tuple[Known, ...]:
    """So many articles before, the first with this headline, by this outlet."""
    post = Post("C1", "1741089600.000100", None, "https://rift.example/1", headline)
    return (Known(post, b.briefing(None, b.article(site=site))),) * count


def figure(words: str, clause: str | None) -> Fact:
    """A figure in its clause."""
    return replace(KEY, slot="figure", words=words, clause=clause)


def shown(news: News, before: tuple[Known, ...] = ()) -> list[str]:
    """The lines between the circumstances and the receipt."""
    lines = b.lines(ladder(TOLD, Sequel(before or known(), news), LINK)[0].blocks)
    return [line for line in lines[2:] if not line.startswith(("_Read", "["))]


def test_all_that_is_new_as_a_reader_sees_it() -> None:
    """Headline and circumstances as in a digest; since when; figures, facts, a quotation, what comes; the buttons."""
    digest = TOLD.digest
    differing = Conflict(
        Claim("Example Wire", figure("About 600 lorries", "About 600 lorries were waiting")),
        Claim("Rift Daily", figure("400 lorries", "some 400 lorries queue")),
    )
    news = News(digest.key_facts, digest.quotes[1:], (differing,))
    assert b.lines(ladder(TOLD, Sequel(known(), news), LINK)[0].blocks) == [
        b.TITLE,
        b.lines([ladder(TOLD, Sequel(known(), News()))[0].blocks[1]])[0],
        f"*New since *{FIRST} (Rift Daily)",
        "*Figures differ*",
        " • About 600 lorries were waiting — Example Wire · 400 lorries — Rift Daily",
        "*New facts*",
        " • About 600 lorries were waiting on both sides, customs officials said.  · reported",
        " • Drivers will need a single permit.",
        "*In their words*",
        " | “This is a door, not a wall.” — Dawit Bekele, via state broadcaster EBC",
        "*Next*   25 Mar 2025: The two ministries will review the arrangement on 25 March.",
        "_Read in full (412 words) · every line is the article's own wording_",
        "[ Follow 🇰🇪 ]  [ Follow 🇪🇹 ]  [ Show evidence ]",
    ]


def test_nothing_new_is_one_line() -> None:
    """With the way to the first."""
    assert shown(News()) == [f"*Nothing new since *{FIRST} (Rift Daily)"]
    message, brief, plain = ladder(TOLD, Sequel(known(), News()), LINK)
    assert LINK in json.dumps(message.blocks)
    assert f"<{LINK}|{OPEN}>" in plain.text
    assert f"<{LINK}|{OPEN}>" in json.dumps(brief.blocks)
    assert LINK not in message.text


@pytest.mark.parametrize(
    ("count", "site", "line"),
    [
        (2, "Rift Daily", f"*Nothing new since *{FIRST} (Rift Daily) and 1 more article here"),
        (3, None, f"*Nothing new since *{FIRST} and 2 more articles here"),
        (1, None, f"*Nothing new since *{FIRST}"),
    ],
)
def test_which_articles_it_is_held_against(count: int, site: str | None, line: str) -> None:
    """The first by its headline and outlet, the others by their number."""
    assert shown(News(), known(site=site, count=count)) == [line]


def test_without_a_link_the_headline_stands_alone() -> None:
    """Slack may give none."""
    for message in ladder(TOLD, Sequel(known(), News())):
        assert "slack.example" not in json.dumps(message.blocks) + message.text


@pytest.mark.parametrize(
    ("clause", "outlets", "line"),
    [
        ("14 people died", ("Wire", "Daily"), "14 people died — Wire · nine people — Daily"),
        (None, (None, None), "14 people — this article · nine people — before"),
        ("the toll rose", ("Wire", None), "14 people — Wire · nine people — before"),
    ],
)
def test_figures_say_what_is_counted_and_who_counts(
    clause: str | None, outlets: tuple[str | None, str | None], line: str
) -> None:
    """The latest in its clause, where that has its words."""
    latest, before = figure("14 people", clause), figure("nine people", "killing nine people")
    both = Conflict(Claim(outlets[0], latest), Claim(outlets[1], before))
    assert shown(News(conflicts=(both,)))[1:] == ["*Figures differ*", f" • {line}"]


def test_what_leans_or_says_the_headline_again_is_left_out_if_anything_else_is_there() -> None:
    """A line that says "he" of somebody not named is better than nothing, and no more."""
    leaning = replace(KEY, words="He did not say when that will be.")
    assert shown(News((leaning, KEY)))[1:] == ["*New facts*", f" • {KEY.words}  · reported"]
    assert shown(News((leaning,)))[2].startswith(" • He did not say when")
    again = replace(KEY, words=f"{b.TITLE}.")
    assert shown(News((again, KEY)))[1:] == ["*New facts*", f" • {KEY.words}  · reported"]


@pytest.mark.parametrize("words", [NASTY, NASTY * 40, "word " * 2000, "x" * 5000])
def test_whatever_the_articles_hold_slack_takes_it_and_nobody_is_called(words: str) -> None:
    """Of both articles; links in markup lead to our digest and to the article's host only."""
    latest = everything(words)
    first = Known(Post("C1", "1.0", None, words, words), everything(words))
    digest = latest.digest
    claims = [Claim(words, replace(fact, clause=fact.words)) for fact in digest.figures[:8]]
    news = News((*digest.key_facts, *digest.upcoming), digest.quotes, tuple(map(Conflict, claims, claims)))
    for message in ladder(latest, Sequel((first, first), news), LINK, "value"):
        accepted(message)
        assert len(kit.faults(list(message.blocks), "message")) == 0 or not message.blocks
        markup = [message.text, *_markup(list(message.blocks))]
        assert {inner for text in markup for inner in ANGLED.findall(text)} <= {f"{LINK}|{OPEN}", HOST}
    assert len(b.lines(ladder(latest, Sequel((first,), news), LINK)[0].blocks)) <= 20


def _markup(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["text"]] if value.get("type") == "mrkdwn" else []
        return own + [text for each in value.values() for text in _markup(each)]
    return [text for each in value for text in _markup(each)] if isinstance(value, list) else []
