"""What Slack makes of what people type: links in angle brackets, the rest escaped, and the same as rich text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.fakes.slack.model import JSON

_SPECIAL = re.compile(
    r"<(?P<url>https?://[^>|\s]+)(?:\|(?P<label>[^>]*))?>"
    r"|<(?P<sign>[@#!])(?P<id>[^>|]+)(?:\|[^>]*)?>"
    r"|(?P<bare>https?://[^\s<>|]*[^\s<>|.,;:!?)\]'\"’”])"
    r"|(?P<host>\b(?<![@/.\w-])(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|co\.uk|eu)\b(?:/[^\s<>|]*[^\s<>|.,;:!?)\]])?)",
    re.IGNORECASE,
)


def escape(text: str) -> str:
    """The three characters that Slack escapes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def stored(text: str) -> str:
    """The text of a message as Slack keeps it and sends it to apps."""
    return "".join(_stored(piece) if isinstance(piece, re.Match) else escape(piece) for piece in _pieces(text))


def rich_text(text: str, block_id: str) -> JSON:
    """The block that Slack's own editor puts beside the text."""
    inner = [_element(piece) for piece in _pieces(text) if piece]
    return {
        "type": "rich_text",
        "block_id": block_id,
        "elements": [{"type": "rich_text_section", "elements": inner}],
    }


def _pieces(text: str) -> Iterator[str | re.Match[str]]:
    end = 0
    for match in _SPECIAL.finditer(text):
        yield text[end : match.start()]
        yield match
        end = match.end()
    yield text[end:]


def _stored(match: re.Match[str]) -> str:
    if match["sign"]:
        return match[0]
    if match["host"]:
        return f"<http://{escape(match['host'])}|{escape(match['host'])}>"
    address = escape(match["url"] or match["bare"])
    return f"<{address}|{escape(match['label'])}>" if match["label"] else f"<{address}>"


def _element(piece: str | re.Match[str]) -> JSON:
    if isinstance(piece, str):
        return {"type": "text", "text": piece}
    if piece["sign"]:
        name = {"@": "user", "#": "channel", "!": "broadcast"}[piece["sign"]]
        return {"type": name, {"user": "user_id", "channel": "channel_id", "broadcast": "range"}[name]: piece["id"]}
    if piece["host"]:
        return {"type": "link", "url": f"http://{piece['host']}", "text": piece["host"]}
    label: JSON = {"text": piece["label"]} if piece["label"] else {}
    return {"type": "link", "url": piece["url"] or piece["bare"], **label}
