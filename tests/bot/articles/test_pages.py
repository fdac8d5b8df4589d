"""One small page for each trap, in the folder `pages`, with what is to be read from it next to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.articles.extract import read_html
from bot.articles.judge import check
from bot.errors import Refusal
from bot.model import Article

PAGES = Path(__file__).with_name("pages")
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))


def read(name: str) -> tuple[Article, dict[str, Any]]:
    """A page as it is read, and what was expected of it."""
    expected: dict[str, Any] = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    return read_html((PAGES / f"{name}.html").read_text(encoding="utf-8"), expected["url"]), expected


@pytest.mark.parametrize("name", NAMES)
def test_the_story_is_read_and_nothing_else(name: str) -> None:
    """Every paragraph of it, in order, each once; and none of the lines around it."""
    article, expected = read(name)
    places = [article.text.find(paragraph) for paragraph in expected["text"]]
    assert -1 not in places
    assert [article.text.count(paragraph) for paragraph in expected["text"]] == [1] * len(places)
    assert [words for words in expected.get("never", ()) if words in article.text] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_says_about_itself(name: str) -> None:
    """Title, authors, date, outlet, language and identity, as far as the trap is about them; the receipt always."""
    article, expected = read(name)
    said = {
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published,
        "site": article.site,
        "language": article.language,
        "canonical": article.canonical_url,
        "kind": article.receipt.kind,
    }
    assert {key: value for key, value in said.items() if key in expected} == {
        key: value for key, value in expected.items() if key in said
    }
    assert article.receipt.words == len(article.text[article.body_start :].split())


@pytest.mark.parametrize("name", NAMES)
def test_what_a_digest_makes_of_it(name: str) -> None:
    """Walls, indexes and other languages are refused; stories and teasers pass."""
    article, expected = read(name)
    refused = refusal_of(article)
    assert (refused.kind if refused else None) == expected.get("refused")
    assert refused is None or refused.message.endswith(".")


def refusal_of(article: Article) -> Refusal | None:
    """What a digest says to it, if it refuses."""
    try:
        check(article)
    except Refusal as refused:
        return refused
    return None
