"""One small page for each trap, in the folder `pages`, with what is to be read from it next to it.

A page's `.json` has its address (`url`), the Content-Type its server sends (`declared`), and what is expected: the
metadata as far as the trap is about it, the receipt's `kind`, every line of the `text`, words that must `never` be in
it, and what a digest is `refused` for and `says`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.articles.judge import check
from bot.articles.story.extract import read_html
from bot.articles.web import charset, kinds
from bot.errors import Refusal
from bot.model import Article

PAGES = Path(__file__).with_name("pages")
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))
KNOWN_MISSES: dict[str, str] = {}
"""Pages that are read wrongly, and why."""

EACH = [
    pytest.param(
        name, marks=[pytest.mark.xfail(strict=True, reason=KNOWN_MISSES[name])] if name in KNOWN_MISSES else []
    )
    for name in NAMES
]


def read(name: str) -> tuple[Article, dict[str, Any]]:
    """A page as it is read, from its bytes on, and what was expected of it."""
    expected: dict[str, Any] = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    body = (PAGES / f"{name}.html").read_bytes()
    page = charset.decode(body, kinds.charset_of(expected.get("declared", "text/html")))
    return read_html(page, expected["url"]), expected


def test_every_page_has_its_expectation() -> None:
    """And there is one for each trap that has been met."""
    assert sorted(page.stem for page in PAGES.glob("*.json")) == NAMES
    assert len(NAMES) > 100


@pytest.mark.parametrize("name", EACH)
def test_the_story_is_read_and_nothing_else(name: str) -> None:
    """Every line of it, in order, each once; and none of the lines around it."""
    article, expected = read(name)
    body = article.text[article.body_start :]
    if "text" in expected:
        assert body.split("\n") == expected["text"]
    assert [words for words in expected.get("never", ()) if words in article.text] == []
    assert article.text in {body, f"{article.title}\n{body}"}


@pytest.mark.parametrize("name", EACH)
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


@pytest.mark.parametrize("name", EACH)
def test_what_a_digest_makes_of_it(name: str) -> None:
    """Walls, other languages and whatever is no article are refused, in one sentence; stories and teasers pass."""
    article, expected = read(name)
    refused = refusal_of(article)
    assert (refused.kind if refused else None) == expected.get("refused")
    assert refused is None or (refused.message.endswith(".") and "\n" not in refused.message)
    assert expected.get("says", "") in (refused.message if refused else "")


def refusal_of(article: Article) -> Refusal | None:
    """What a digest says to it, if it refuses."""
    try:
        check(article)
    except Refusal as refused:
        return refused
    return None
