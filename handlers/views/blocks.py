"""The blocks that we use, one function each. Arguments are `clean` words unless they say markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.views.shorten import clip

if TYPE_CHECKING:
    from handlers.views.message import Block

LONGEST_HEADER = 150
LONGEST_LABEL = 75
LONGEST_VALUE = 2000


def header(words: str) -> Block:
    """A headline; ``emoji`` is off, so that a page's ``:name:`` stays one."""
    return {"type": "header", "text": {"type": "plain_text", "text": clip(words, LONGEST_HEADER), "emoji": False}}


def section(markup: str) -> Block:
    """A paragraph of markup."""
    return {"type": "section", "text": _markup(markup)}


def context(markup: str) -> Block:
    """A small grey line of markup."""
    return {"type": "context", "elements": [_markup(markup)]}


def actions(*buttons: Block) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(buttons)}


def button(words: str, action: str, value: str, aloud: str) -> Block:
    """A button; ``aloud`` is what a screen reader says instead of its words."""
    return {
        "type": "button",
        "action_id": action,
        "text": {"type": "plain_text", "text": words, "emoji": True},
        "value": value,
        "accessibility_label": clip(aloud, LONGEST_LABEL),
    }


def rich(*parts: Block) -> Block:
    """A block of literal text: paragraphs, lists, quotations."""
    return {"type": "rich_text", "elements": list(parts)}


def paragraph(*inline: Block) -> Block:
    """A paragraph of a rich block."""
    return {"type": "rich_text_section", "elements": list(inline)}


def bullets(*items: Block) -> Block:
    """A list of paragraphs."""
    return {"type": "rich_text_list", "style": "bullet", "elements": list(items)}


def quotation(*inline: Block) -> Block:
    """Set off as a quotation."""
    return {"type": "rich_text_quote", "elements": list(inline)}


def text(words: str) -> Block:
    """Literal words."""
    return {"type": "text", "text": words}


def bold(words: str) -> Block:
    """The same, bold."""
    return {**text(words), "style": {"bold": True}}


def italic(words: str) -> Block:
    """The same, in italics."""
    return {**text(words), "style": {"italic": True}}


def link(url: str, words: str) -> Block:
    """A link under words of our own; ``url`` comes from `address` or from Slack."""
    return {"type": "link", "url": url, "text": words}


def _markup(markup: str) -> Block:
    """``verbatim``: Slack makes no links or names of what merely looks like one."""
    return {"type": "mrkdwn", "text": markup, "verbatim": True}
