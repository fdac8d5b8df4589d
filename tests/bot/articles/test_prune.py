"""Small trees, and what is left of them: other stories go, parts of this one stay or come to light."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.articles.html import page
from bot.articles.html.markup import words
from bot.articles.story import prune
from bot.articles.story.extract import read_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FIRST = "Kenya and Ethiopia reopened the crossing at Moyale on Tuesday, officials of both countries said at the border."
NEXT = "About 600 lorries were waiting on the two sides when the barriers went up shortly after dawn on Tuesday."
LAST = "Drivers will need a single permit from next month, the trade ministry in Nairobi said in a statement."


def left(inner: str) -> str:
    """The words that are left of a page with this between two paragraphs."""
    tree = page.parse(f"<html><body><article><p>{FIRST}</p>{inner}<p>{NEXT}</p></article></body></html>")
    assert tree is not None
    prune.prune(tree)
    return words(tree).removeprefix(FIRST).removesuffix(NEXT).strip()


@pytest.mark.parametrize(
    "pointer",
    [
        '<p><a href="/b">Ministers meet again in the capital</a></p>',
        '<p>In case you have not seen it yet: <a href="/b">Why the border was closed in June</a></p>',
        "<p><strong>Fees: </strong>Nairobi sets new prices for permits at the border</p>",
        '<p><a href="/b">Who reopened the crossing at Moyale?</a></p>',
        '<p><a href="/b">MINISTERS MEET AGAIN IN “HISTORIC” TALKS</a></p>',
        '<p class="caption">The barrier at Moyale on Tuesday.</p>',
        '<div class="img-caption-text">The barrier at Moyale on Tuesday.</div>',
        '<p class="credit">Example Wire</p>',
        '<ol><li><a href="/b">Ministers meet soon again</a></li><li><a href="/c">Drivers wait for fees</a></li></ol>',
        '<div class="c-related-articles"><p>Ministers meet again.</p></div>',
        '<p class="image-credit">Example Wire 2019</p>',
        '<p class="wp-caption-text">The barrier at Moyale.</p>',
        '<div class="author-bio"><p>Amina Yusuf writes about borders.</p></div>',
        '<ul class="share-buttons"><li>Send</li><li>Post</li></ul>',
        '<aside class="pullquote">Kenya and Ethiopia reopened the crossing at Moyale on Tuesday</aside>',
        '<a href="/b"><img src="b.jpg"><h3>Another story</h3></a>',
        "<nav>Home Africa World</nav>",
    ],
)
def test_what_belongs_to_no_story(pointer: str) -> None:
    """Linked headlines, with a label or a few words before them; boxes by their names; a quotation set large."""
    assert left(pointer) == ""


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        ("<h3>What it cost</h3>", "What it cost"),
        ("<p><strong>What it cost</strong></p>", "What it cost"),
        ("<p><strong>Yusuf:</strong> We will see.</p>", "Yusuf: We will see."),
        ("<p><strong>Where:</strong> Town hall, Moyale</p>", "Where: Town hall, Moyale"),
        (
            '<p>The ministry has <a href="/b">published the whole list of fees</a>.</p>',
            "The ministry has published the whole list of fees.",
        ),
        ('<p>See the list: <a href="/b">fees</a></p>', "See the list: fees"),
        ('<p>Nobody asked <a href="/b">the drivers</a></p>', "Nobody asked the drivers"),
        (
            '<blockquote class="pull-quote">A door, not a wall, he said of it.</blockquote>',
            "A door, not a wall, he said of it.",
        ),
        (
            "<p>It rained all day. <strong>(RELATED: The storm of last year)</strong></p>",
            "It rained all day.",
        ),
        ('<p>It rained all day. <a href="/b">READ MORE: The storm of last year</a></p>', "It rained all day."),
        ("<p><strong>More rain</strong> fell in the north.</p>", "More rain fell in the north."),
        ("<p>It rained. <em>Related to this</em> is the flood.</p>", "It rained. Related to this is the flood."),
        ('<div class="has-caption"><p>It rained all day.</p></div>', "It rained all day."),
        (
            '<p><a href="/b">It rained all day in the north of the country.</a></p>',
            "It rained all day in the north of the country.",
        ),
        ("<p>It rained<span></span> all day.</p>", "It rained all day."),
        ("<table><tr><td>Fee</td><td>40 dollars</td></tr></table>", "Fee40 dollars"),
    ],
)
def test_what_stays(inner: str, kept: str) -> None:
    """Sub-headings, interviews, notices, links inside a sentence, quotations that stand nowhere else, tables."""
    assert left(inner) == kept


def text_of(body: str) -> list[str]:
    """The paragraphs of a page with this body, as they are read."""
    return read_html(f"<html><body>{body}</body></html>").text.split("\n")


def test_a_sub_heading_in_a_div_is_read() -> None:
    """Some houses have no headings, only names for them."""
    body = (
        f'<article><p>{FIRST}</p><div class="c-subheadline">Who pays for it?</div><p>{NEXT}</p><p>{LAST}</p></article>'
    )
    assert text_of(body) == [FIRST, "Who pays for it?", NEXT, LAST]
    long = "Nobody pays, the ministry says. " * 8
    assert prune_of(f'<div class="subhead"><p>{long}</p></div>').find(".//h3") is None


def test_a_standfirst_outside_the_text_is_its_first_paragraph() -> None:
    """It stands in a block of its own; a list, a label, or a block that is not next to the text stays where it is."""
    lede = "Two neighbours have reopened the busiest road between them after nine months."
    rest = f"<p>{FIRST}</p><p>{NEXT}</p><p>{LAST}</p>"
    assert (
        text_of(f'<div><div class="article__summary">{lede}</div><div class="article__text">{rest}</div></div>')[0]
        == lede
    )
    for summary in ("<ul><li>A list of ten words that ends with a full stop.</li></ul>", "Border", lede.strip(".")):
        tree = prune_of(f'<div class="summary">{summary}</div><div class="text">{rest}</div>')
        assert tree.find(".//div[@class='summary']") is not None
    assert (
        prune_of(f'<div class="summary">{lede}</div><div class="ads"></div>').find(".//div[@class='summary']")
        is not None
    )


def test_a_page_laid_out_in_a_table() -> None:
    """Each paragraph of a cell is one; a table of figures stays a table."""
    cell = f"<p>{FIRST}</p><p>{NEXT}</p><p>{LAST}</p>"
    assert text_of(f"<table><tr><td>{cell}</td><td>Menu</td></tr></table>") == [FIRST, NEXT, LAST]
    assert prune_of("<table><tr><td><p>Fee</p></td></tr></table>").find(".//table") is not None


def test_words_behind_an_empty_mark_are_read() -> None:
    """Blogs mark in it where their teaser ends."""
    body = f'<article><p>{FIRST}</p><p><span id="more-17"></span>{NEXT}</p><p>{LAST}</p></article>'
    assert text_of(body) == [FIRST, NEXT, LAST]


def prune_of(body: str) -> HtmlElement:
    """The tree that is left of a body."""
    tree = page.parse(f"<html><body>{body}</body></html>")
    assert tree is not None
    prune.prune(tree)
    return tree


def test_a_word_over_which_a_card_opens_stays_and_the_card_goes() -> None:
    """The wrapper is named like the card; the name that it holds belongs to the sentence."""
    card = '<span class="rollover-block"><a href="/lund">Ada Marie Lund</a> <a href="/x">Marsh drops its law</a></span>'
    name = f'<span class="rollover-people"><a href="/lund">Ada Lund</a>{card}</span>'
    assert (
        left(f"<p>Gov. {name} defended the campaign on Monday.</p>") == "Gov. Ada Lund defended the campaign on Monday."
    )
