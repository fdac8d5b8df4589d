"""What people paste into a rich field, as the plain paragraphs that it stands for."""

from __future__ import annotations

from typing import Any

import pytest

from handlers import rich_text

JSON = dict[str, Any]


def section(*inline: JSON, kind: str = "section") -> JSON:
    """A part of a rich text."""
    return {"type": f"rich_text_{kind}", "elements": list(inline)}


def words(text: str, **style: bool) -> JSON:
    """Literal words."""
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def block(*parts: JSON) -> JSON:
    """A rich text."""
    return {"type": "rich_text", "elements": list(parts)}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (None, ""),
        (block(), ""),
        (block(section(words("One.\n\nTwo."))), "One.\n\nTwo."),
        (block(section(words("One.\n")), section(words("Two."))), "One.\nTwo."),
        (block(section(words("It is "), words("bold", bold=True), words("."))), "It is bold."),
        (block(section({"type": "link", "url": "https://a.example/", "text": "a link"})), "a link"),
        (block(section({"type": "link", "url": "https://a.example/"})), "https://a.example/"),
        (block(section(words("Lead.")), section(section(words("a")), section(words("b")), kind="list")), "Lead.\na\nb"),
        (block(section(words("“Door.”"), kind="quote"), section(words("He said."))), "“Door.”\nHe said."),
        (block(section(words("Hi "), {"type": "user", "user_id": "U1"})), "Hi"),
        (block(section({"type": "emoji", "name": "flag-ke", "unicode": "1f1f0-1f1ea"})), "\U0001f1f0\U0001f1ea"),
        (block(section(words("a"), {"type": "emoji", "name": "own"}, words("b"))), "ab"),
        (block(section({"type": "emoji", "name": "odd", "unicode": "110000-zz"})), ""),
        (block(section({"type": "date", "timestamp": 1, "fallback": "4 March"})), "4 March"),
        (block({"type": "rich_text_section"}), ""),
    ],
)
def test_paragraphs_are_kept_and_formats_are_not(typed: JSON | None, read: str) -> None:
    """A line for every paragraph, item and quotation; a link is its label."""
    assert rich_text.plain(typed) == read
