"""What was read of a page, and the way to the rest of it."""

from __future__ import annotations

import pytest

from bot.model import Receipt
from handlers.views.digest import brief, digest, plain
from tests.fakes.slack import kit
from tests.handlers.views import builders as b


@pytest.mark.parametrize(
    ("receipt", "clipped", "line"),
    [
        (Receipt("full", 1), False, "_Read in full (1 word) · "),
        (Receipt("teaser", 80), False, "_Read the free opening only (80 words): the rest is not open to me · "),
        (Receipt("pasted", 1234), False, "_Read as pasted here, not from the page (1,234 words) · "),
        (Receipt("pasted", 9000), True, "_Read the first part of what was pasted (9,000 words): the text is longer "),
        (Receipt("consent", 50), False, "_Read only what a consent page let through (50 words) · "),
        (Receipt("blocked", 50), False, "_Read only what the site let through (50 words) · "),
        (Receipt("full", 9000), True, "_Read the first part only (9,000 words): the text is longer than I take · "),
    ],
)
def test_the_receipt_is_honest(receipt: Receipt, clipped: bool, line: str) -> None:  # noqa: FBT001  a table's column
    """What was read, and how much of it: a teaser is never passed off as an article; in every form of the message."""
    read = b.briefing(read=b.article(receipt=receipt, clipped=clipped))
    assert b.said_before_buttons(digest(read)).startswith(line)
    words = line.removeprefix("_").removesuffix(" · ").strip()
    assert b.lines(brief(read).blocks)[-1].startswith(f"_{words}")
    assert words in digest(read).text
    assert words in plain(read).text


def test_a_text_without_a_page_is_only_pasted() -> None:
    """There is no page that it could differ from."""
    read = b.article(url=None, receipt=Receipt("pasted", 90))
    assert b.said_before_buttons(digest(b.briefing(read=read))).startswith("_Read as pasted here (90 words) · ")


def test_a_teaser_has_a_button_to_paste_the_rest() -> None:
    """Before the evidence; in the smaller form it is the only one; a screen reader hears for which page."""
    read = b.briefing(read=b.article(receipt=Receipt("teaser", 80)))
    assert [each["action_id"] for each in b.row(digest(read, "{}"))] == [
        "paste_text",
        "order_follow_0",
        "order_follow_1",
        "show_evidence",
    ]
    assert b.lines(brief(read, "{}").blocks)[-1] == "[ Paste the text ]"
    for message in (digest(read, "{}"), brief(read, "{}")):
        assert kit.faults(list(message.blocks), "message") == []
        button = b.button(message, "paste_text")
        assert button["value"] == "{}"
        assert button["accessibility_label"] == "Paste the text of the article at news.example.org"
