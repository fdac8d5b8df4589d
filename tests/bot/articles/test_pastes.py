"""Pastes as people make them, in the folder `pastes`, with what is plain about each and what is not its story."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.articles.paste import passages
from bot.articles.paste.pasted import read_text

PASTES = Path(__file__).with_name("pastes")
NAMES = sorted(paste.stem for paste in PASTES.glob("*.txt"))


def paste(name: str) -> tuple[str, dict[str, Any]]:
    """A paste, to the last byte, and what is expected of it."""
    expected: dict[str, Any] = json.loads((PASTES / f"{name}.json").read_text(encoding="utf-8"))
    return (PASTES / f"{name}.txt").read_bytes().decode(), expected


@pytest.mark.parametrize("name", NAMES)
def test_what_is_plain_about_a_paste(name: str) -> None:
    """Headline, outlet, authors and date, from a browser, a mail, a printer, a phone; the text is never changed."""
    text, expected = paste(name)
    article = read_text(text)
    assert article.text == text
    assert {
        "title": article.title,
        "site": article.site,
        "authors": list(article.authors),
        "published": article.published,
    } == {key: expected[key] for key in ("title", "site", "authors", "published")}


@pytest.mark.parametrize("name", NAMES)
def test_which_stretches_are_not_its_story(name: str) -> None:
    """Bylines, dates, pointers, captions, signatures and other headlines go by offsets; what is told in it stays."""
    text, expected = paste(name)
    spans = passages.foreign(text)
    assert all(left < right for left, right in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    kept = text
    for left, right in reversed(spans):
        kept = kept[:left] + kept[right:]
    assert [words for words in expected["never"] if words in kept] == []
    read = " ".join(kept.replace("\n> ", " ").split())
    assert [words for words in expected["told"] if words not in read] == []


def test_what_was_given_counts_more_than_what_is_said() -> None:
    """A given date wins over a stated one, that over the day on which the paste was sent; a link names the outlet."""
    text, expected = paste("word")
    assert read_text(text, sent="2025-06-01").published == expected["published"]
    assert read_text(text, published="2025-01-01", sent="2025-06-01").published == "2025-01-01"
    assert read_text(paste("no_top")[0], sent="2025-06-01").published == "2025-06-01"
    assert read_text(text, url="https://news.example.com/a").site == "example.com"
    assert read_text(text, title="Tankers").title == "Tankers"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Published figures show a decline in births for the fifth year, the office said.", None),
        ("Why the border closed, and how:", None),
        ("border reopens after nine months", None),
        ("Headline: Border reopens after nine months", "Border reopens after nine months"),
        ("By Amina Yusuf", None),
        ("Border", None),
    ],
)
def test_what_is_a_headline(above: str, title: str | None) -> None:
    """A few words with a capital and without an end; a sentence, a byline or a section is none."""
    assert read_text(f"{above}\n\n{paste('no_top')[0]}").title == title


@pytest.mark.parametrize(
    ("below", "site"),
    [
        ("Source: Agencies", None),
        ("Source: ministry of health", None),
        ("© 2025 Example Wire. All rights reserved.", "Example Wire"),
        ("via Example Wire", "Example Wire"),
        ("Published in Example Monthly", "Example Monthly"),
        ("- dpa", "dpa"),
        ("Twitter", None),
        ("It was not the first time.", None),
    ],
)
def test_which_outlet_is_named_below(below: str, site: str | None) -> None:
    """Where it is plain, as it is written; agencies in general, ministries and networks are no outlets."""
    assert read_text(f"{paste('no_top')[0]}\n{below}\n").site == site


@pytest.mark.parametrize("piece", ["a\n", "A ", "By A\n", "> ", "(A) ", "A | ", "Source: A\n", "1 ", "— A", ". "])
def test_bait_is_read_in_no_time(piece: str) -> None:
    """A hundred thousand characters of it."""
    bait = piece * (100_000 // len(piece))
    assert read_text(bait).text.strip() == bait.strip()
    assert passages.foreign(bait) is not None


RUN_IN = (
    "By Ana Duarte The port of Lisse reopened on Monday, the harbour master said. About 40 ships had waited outside "
    "for a week. The strike ended when the owners agreed to a higher wage, and the first grain left before noon. More"
)


TITLE = "Port of Lisse opens its gates again"


@pytest.mark.parametrize(
    "text", [RUN_IN, RUN_IN.removesuffix(" More"), f"The port reopens\n{RUN_IN}", f"{TITLE}\n{TITLE}. {RUN_IN}"]
)
def test_a_story_in_one_line_is_one_whatever_stands_at_its_edges(text: str) -> None:
    """A byline or its headline in front, or a word behind, makes a long paragraph no credit."""
    spans = passages.foreign(text)
    at = text.index("About 40 ships")
    assert not any(start <= at < end for start, end in spans)
