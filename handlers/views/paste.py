"""The window for the text of a page that could not be read whole, and the button that opens it."""

from __future__ import annotations

from typing import Any

from handlers.views import blocks
from handlers.views.message import Block, address, clean
from handlers.views.shorten import clip

PASTE_TEXT = "paste_text"  # the button
PASTE = "paste"  # the window
TITLE, TEXT, REST = "title", "text", "rest"  # the fields: blocks and what is in them have the same name
LONGEST_TITLE = 300
LONGEST_HOST = 100
STAYS = "It stays in this workspace, and the digest says that it was pasted."


def button(value: str, url: str) -> Block:
    """The button; ``value`` is what it carries."""
    host = clip(_host(url), blocks.LONGEST_LABEL // 2)
    return blocks.button("Paste the text", PASTE_TEXT, value, f"Paste the text of the article at {host}")


def paste(url: str, title: str, metadata: str) -> dict[str, Any]:
    """A modal view. The text goes into rich fields: a plain one holds 3,000 characters, half of a short article.

    Slack sets no limit to a rich field; should it draw one after all, there is a second one.
    """
    return {
        "type": "modal",
        "callback_id": PASTE,
        "title": _words("Paste the text"),
        "submit": _words("Digest it"),
        "close": _words("Cancel"),
        "private_metadata": metadata,
        "blocks": [
            blocks.rich(blocks.paragraph(*_asking(url))),
            _field(TITLE, "Headline", _line(title), optional=True),
            _field(TEXT, "The article's text", _rich("All of it, as it stands on the page")),
            _field(REST, "The rest of it, should one field not take it all", _rich(), optional=True),
            blocks.context(STAYS),
        ],
    }


def unfit(count: int | None, least: int) -> dict[str, str]:
    """What stands under the field of a text that is too short; without a count, of one that is not English."""
    if count is None:
        return {TEXT: "This does not read like English, and I read nothing else: paste an English version."}
    told = "There is no text yet" if not count else f"That is only {count} word{'' if count == 1 else 's'}"
    return {TEXT: f"{told}: paste at least {least} words of the article."}


def later() -> dict[str, str]:
    """What stands under the field when the text can't be queued; it is still in the field."""
    return {TEXT: "I can't take it at the moment. Nothing is lost: leave this open and try again in a minute."}


def _asking(url: str) -> tuple[Block, ...]:
    target = address(url)
    where = blocks.link(target[0], _host(url)) if target else blocks.text("the page")
    return (
        blocks.text("Open "),
        where,
        blocks.text(" yourself, copy the article and paste it here. Its digest takes the place of my message."),
    )


def _host(url: str) -> str:
    target = address(url)
    return clip(target[1], LONGEST_HOST) if target else "the page"


def _field(name: str, label: str, element: Block, *, optional: bool = False) -> Block:
    named = {**element, "action_id": name}
    return {"type": "input", "block_id": name, "label": _words(label), "element": named, "optional": optional}


def _line(filled: str) -> Block:
    words = clip(clean(filled), LONGEST_TITLE)
    return {"type": "plain_text_input", "max_length": LONGEST_TITLE, **({"initial_value": words} if words else {})}


def _rich(placeholder: str = "") -> Block:
    """An empty rich field; the one with a placeholder has the cursor in it."""
    told: Block = {"placeholder": _words(placeholder), "focus_on_load": True} if placeholder else {}
    return {"type": "rich_text_input", **told}


def _words(words: str) -> Block:
    return {"type": "plain_text", "text": words, "emoji": False}
