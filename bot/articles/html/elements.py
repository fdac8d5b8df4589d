"""The words of an element, put together for different ends. Pure."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENT_DEPTH = 6
_MOST = 500  # characters of a byline or a headline


def count_words(element: HtmlElement, most: int) -> int:
    """How many words an element has; what follows the first ``most`` is not looked at."""
    count = 0
    for piece in element.itertext():
        count += len(piece.split())
        if count >= most:
            return most
    return count


def apart(element: HtmlElement) -> str:
    """The text of an element, with a bar where two pieces of it touch: a name next to an office in its own tag."""
    text = ""
    for piece in element.itertext():
        touching = len(text) > 1 and text[-2:].isalpha() and piece[:2].isalpha()
        text += f" | {piece}" if touching else piece
        if len(text) > _MOST:
            break
    return " ".join(text.split())


def spaced(element: HtmlElement) -> str:
    """The text of an element on one line, with a space where it has a line break."""
    for line_break in element.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    return " ".join("".join(element.itertext()).split())


def in_comments(element: HtmlElement) -> bool:
    """Whether an element belongs to what readers write below a story."""
    around = (element, *islice(element.iterancestors(), _COMMENT_DEPTH))
    return any("comment" in f"{block.get('class') or ''} {block.get('id') or ''}".lower() for block in around)
