"""Slack's rich text, read (pure): what somebody typed or pasted into a field, as plain paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    Part = Mapping[str, Any]


def plain(block: Part | None) -> str:
    """The words, a line for each paragraph and each item of a list; formats and mentions of people are left out.

    Nothing for None, which is what an empty field holds.
    """
    lines = (line for part in (block or {}).get("elements") or () for line in _lines(part))
    return "\n".join(lines).strip()


def _lines(part: Part) -> list[str]:
    inner = part.get("elements") or ()
    if part.get("type") == "rich_text_list":
        return [line for item in inner for line in _lines(item)]
    return ["".join(map(_words, inner)).strip("\n")]


def _words(inline: Part) -> str:
    if inline.get("type") == "emoji":
        return "".join(map(_sign, str(inline.get("unicode") or "").split("-")))
    return str(inline.get("text") or inline.get("url") or inline.get("fallback") or "")


def _sign(code: str) -> str:
    """An emoji's code point; nothing for one of the workspace's own, which has none."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
