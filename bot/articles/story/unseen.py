"""What a reader of a page doesn't see, or sees as apparatus: taken out before the story is looked for. Pure.

Hidden elements, forms to sign up, footnotes and their marks, notes of a player, cards of other stories; and the other
way round what is shown where programs don't run, when most of the text is there.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, cast

from lxml import etree

from bot.articles.html.elements import count_words
from bot.articles.story import cards, rescue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_HIDDEN = etree.XPath("//body//*[@hidden and not(@hidden = 'until-found') and not(ancestor::*[@hidden])]")
_APPARATUS = etree.XPath(
    "//*[self::section or self::div or self::aside or self::ol or self::ul][contains(@class, 'footnote')"
    " or contains(@class, 'endnote')] | //sup[a[starts-with(@href, '#')]] | //p[contains(@class, 'no-js')]"
)
_BOX_WORDS, _BOX_DEPTH = 60, 2
_MOST = 50  # forms and blocks that are looked at
_NOTE_WORDS = 300  # more than that is no apparatus, whatever its class says


def _found(path: etree.XPath, tree: HtmlElement) -> list[HtmlElement]:
    """What a path finds, which is elements by how it is written."""
    return cast("list[HtmlElement]", path(tree))


def clear(tree: HtmlElement) -> None:
    """Take it out of the tree, and let in what stands for programs."""
    _show_unscripted(tree)
    for element in [*_hidden(tree), *_apparatus(tree), *_boxes(tree)]:
        if element.getparent() is not None:
            element.drop_tree()
    cards.drop(tree)


def _show_unscripted(tree: HtmlElement) -> None:
    blocks = [block for block in islice(tree.iter("noscript"), _MOST) if rescue.running(block)]
    if blocks and 2 * sum(map(rescue.running, blocks)) > rescue.running(tree):
        for block in blocks:
            block.tag = "div"


def _hidden(tree: HtmlElement) -> Iterator[HtmlElement]:
    """What is hidden, unless it is most of the page, which a program would show."""
    found = _found(_HIDDEN, tree)
    if found and 2 * sum(map(rescue.running, found)) <= rescue.running(tree):
        yield from found


def _apparatus(tree: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in _found(_APPARATUS, tree) if count_words(element, _NOTE_WORDS) < _NOTE_WORDS)


def _boxes(tree: HtmlElement) -> list[HtmlElement]:
    """Forms that ask for an address, each with the few words around it."""
    inputs = islice((field for field in tree.iter("input") if field.get("type") == "email"), _MOST)
    forms = (next(field.iterancestors("form"), None) for field in inputs)
    return [_box(form) for form in forms if form is not None and count_words(form, _BOX_WORDS) < _BOX_WORDS]


def _box(form: HtmlElement) -> HtmlElement:
    box = form
    for _ in range(_BOX_DEPTH):
        around = box.getparent()
        if around is None or around.tag != "div" or count_words(around, _BOX_WORDS) == _BOX_WORDS:
            break
        box = around
    return box
