from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.articles.html import page
from bot.articles.judge import check
from bot.articles.story.extract import read_html
from bot.articles.web import charset
from bot.errors import Refusal

WORDS = "The ministry opened the bridge on Monday, officials said. "
PIECES = [
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table><tr><td>",
        "<ul><li>",
        "<blockquote>",
        "<h1>",
        "<h2>",
        "<br>",
        "<a href='x'>",
    ),
    *(
        "<article>",
        "</article>",
        "<body>",
        "<html lang='x'>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<svg>",
        "<pre><code>",
        "<q>",
        "</",
    ),
    *(
        "<script type='application/ld+json'>",
        '{"@type":"NewsArticle","headline":[1,{}]}',
        "</script>",
        "<title>",
        "<figure>",
    ),
    *(
        "<meta property='og:title' content='",
        "'>",
        "<link rel=canonical href='http://['>",
        "<time pubdate datetime='9999-99-99'>",
    ),
    *("&#0;", "&#x110000;", "\x00", "\ud800", "\u202e", "\ufffe", WORDS, WORDS, "\n"),
]
BAIT = {
    "tags in tags": "<html><body>" + "<div>" * 200_000 + WORDS,
    "spans in spans": "<html><body><p>" + "<span>" * 200_000 + WORDS,
    "tables in tables": "<html><body>" + "<table><tr><td>" * 60_000 + WORDS,
    "lists in lists": "<html><body>" + "<ul><li>text " * 60_000,
    "a line": "<html><body><p>" + WORDS * 70_000,
    "a word": "<html><body><p>" + "a" * 4_000_000,
    "breaks": "<html><body><p>" + "text<br>" * 400_000,
    "links": "<html><body><p>" + "<a href=x>y</a> " * 200_000,
    "attributes": "<html><body><p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">",
    "quoted attributes": '<html><body><p a=x" ' + " ".join(f'b{n}=">"' for n in range(200_000)),
    "open brackets": "<" * 4_000_000,
    "open scripts": "<script>" * 500_000,
    "open styles": "<style " * 500_000,
    "an open comment": "<html><body><!--" + "-" * 4_000_000,
    "deep data": '<script type="application/ld+json">' + '{"a":' * 20_000 + "1" + "}" * 20_000 + f"</script><p>{WORDS}",
    "deep lists of data": '<script type="application/ld+json">' + "[" * 2_000_000,
    "bars in a title": "<html><head><title>" + "a | " * 200_000 + f"</title></head><body><p>{WORDS}",
    "an endless byline": "<html><body><h1>T</h1><p>by " + "Aa " * 300_000,
    "dots": "<html><body><p>" + "…" * 300_000,
    "calls to subscribe": "<html><body><article>" + "<p>Subscribe to our partners and cookies" * 12_000,
    "addresses": "<html><body><article><p>" + "a@a.a" * 70 + " \x01x" * 10,
}


@pytest.mark.parametrize("name", BAIT)
def test_bait_is_read_within_seconds(name: str) -> None:
    """Bounded before anything walks it: a result, and soon."""
    began = time.perf_counter()
    article = read_html(BAIT[name], "https://example.com/a")
    assert time.perf_counter() - began < 8
    assert len(article.text) <= 110_000


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=60),
    st.sampled_from([None, "https://a.example/b", "x"]),
)
def test_any_page_is_an_article_or_a_refusal(pieces: list[str], url: str | None) -> None:
    """Whatever the page is: never another exception, and the text is what its offsets say."""
    article = read_html("".join(pieces), url)
    assert 0 <= article.body_start <= len(article.text)
    with contextlib.suppress(Refusal):
        check(article)


@settings(max_examples=100)
@given(st.binary(), st.one_of(st.none(), st.text(max_size=20)))
def test_any_bytes_are_a_page(body: bytes, declared: str | None) -> None:
    """Whatever bytes come, under whatever charset."""
    read_html(charset.decode(body, declared))


def test_a_page_within_the_limits_is_left_as_it_is() -> None:
    """Only what is too large is cut, programs and styles first, and never the data about the article."""
    large = (
        '<script type="application/ld+json">{"a": 1}</script>'
        + "<style>x</style><script>y</script>" * 20_000
        + f"<p>{WORDS}</p>"
    )
    tree = page.parse(large)
    assert tree is not None
    assert "".join(tree.itertext()) == '{"a": 1}' + WORDS
    small = page.parse(f"<!DOCTYPE html><p>{WORDS}</p><script>z</script>")
    assert small is not None
    assert "".join(small.itertext()) == WORDS + "z"
