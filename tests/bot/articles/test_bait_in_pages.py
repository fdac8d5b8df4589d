"""Words that are made to keep a pattern busy, wherever a page may have them."""

from __future__ import annotations

from time import process_time

import pytest

from bot.articles.about import dates, names
from bot.articles.html import agreement, gates
from bot.articles.story import ends, receipt, shape
from bot.articles.story.extract import read_html

LONG = 200_000
BAIT = [
    *(
        "a",
        " ",
        "@",
        "a@",
        ".",
        "- ",
        "| ",
        "By ",
        "by A ",
        "A and ",
        "A. B",
        "1 ",
        "1/1/",
        "12:12 ",
        "4 March ",
        "2025-01-01T",
    ),
    *(
        "subscribe to ",
        "to read, ",
        "sign up ",
        "register to continue",
        "you have read 3 of 5 free ",
        "article is for ",
    ),
    *("404 ", "page not ", "story ", "we and our partners ", "your cookies ", "store access ", "continue reading "),
    *("<!-- x -->", "<?x ?>", "&lt;", "«»", "LIVE: ", "Jr., ", "é", "\N{SOFT HYPHEN}", "By\N{NO-BREAK SPACE}"),
]
PLACES = [
    "<html><head><title>{0}</title></head><body><p>x</p></body></html>",
    '<html><head><meta property="og:title" content="{0}"><meta property="og:site_name" content="{0}"></head></html>',
    '<html><head><meta name="author" content="{0}"><meta name="date" content="{0}"></head></html>',
    '<html><body><h1>{0}</h1><p class="byline">{0}</p><time datetime="{0}">{0}</time></body></html>',
    "<html><body><p>{0}</p><p>By {0}</p><p>Published {0}</p><p>Subscribe {0}</p></body></html>",
    (
        '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{0}","author":"{0}",'
        '"datePublished":"{0}","isAccessibleForFree":false,"cssSelector":".{0}"}}</script>'
    ),
    "{0}",
]


@pytest.mark.parametrize("bait", BAIT)
def test_no_pattern_is_kept_busy(bait: str) -> None:
    """Each of them is done with 200 kB in well under a second."""
    text = bait * (LONG // len(bait))
    begun = process_time()
    for use in (dates.iso, dates.ambiguous, gates.GATE.match, receipt.is_call, shape.is_feed):
        use(text)
    agreement.agree(text, text)
    names.people([text], text)
    ends.without(["x", text], (text[:50],))
    assert process_time() - begun < 2


@pytest.mark.parametrize("place", PLACES)
def test_no_page_is_kept_busy(place: str) -> None:
    """Wherever a page has them."""
    begun = process_time()
    for bait in BAIT:
        read_html(place.format(bait * (LONG // len(bait) // 10)), "https://wire.example/a")
    assert process_time() - begun < 30
