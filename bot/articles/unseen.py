"""What a reader of a page doesn't see, or sees as apparatus: taken out before the story is looked for. Pure.

Hidden elements, forms to sign up, footnotes and their marks, notes of a player; and the other way round what is shown
where programs don't run, when most of the text is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from bot.articles import rescue
from bot.articles.markup import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_HIDDEN = etree.XPath("//body//*[@hidden and not(@hidden = 'until-found')]")
_APPARATUS = etree.XPath(
    "//*[self::section or self::div or self::aside or self::ol or self::ul][contains(@class, 'footnote')"
    " or contains(@class, 'endnote')] | //sup[a[starts-with(@href, '#')]] | //p[contains(@class, 'no-js')]"
)
_SIGN_UPS = etree.XPath("//form[.//input[@type = 'email']]")
_BOX_WORDS, _BOX_DEPTH = 60, 2
_NOTE_WORDS = 300  # more than that is no apparatus, whatever its class says


def _found(path: etree.XPath, tree: HtmlElement) -> list[HtmlElement]:
    """What a path finds, which is elements by how it is written."""
    return cast("list[HtmlElement]", path(tree))


def clear(tree: HtmlElement) -> None:
    """Take it out of the tree, and let in what stands for programs."""
    _show_unscripted(tree)
    for element in [*_hidden(tree), *_apparatus(tree), *map(_box, _found(_SIGN_UPS, tree))]:
        if element.getparent() is not None:
            element.drop_tree()


def _show_unscripted(tree: HtmlElement) -> None:
    blocks = [block for block in tree.iter("noscript") if rescue.running(block)]
    if blocks and 2 * sum(map(rescue.running, blocks)) > rescue.running(tree):
        for block in blocks:
            block.tag = "div"


def _hidden(tree: HtmlElement) -> Iterator[HtmlElement]:
    """What is hidden, unless it is most of the page, which a program would show."""
    found = _found(_HIDDEN, tree)
    if found and 2 * sum(map(rescue.running, found)) <= rescue.running(tree):
        yield from found


def _apparatus(tree: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in _found(_APPARATUS, tree) if len(words(element).split()) <= _NOTE_WORDS)


def _box(form: HtmlElement) -> HtmlElement:
    """A form with the few words around it."""
    box = form
    for _ in range(_BOX_DEPTH):
        around = box.getparent()
        if around is None or around.tag != "div" or len(words(around).split()) > _BOX_WORDS:
            break
        box = around
    return box
