"""What each thing that Slack can send is taken for."""

from __future__ import annotations

from typing import Any

import pytest

from handlers import inbox
from handlers.note import Note
from tests.handlers.payloads import ARTICLE, BOT, CHANNEL, TEAM, TS, edit, event

LINK = "<https://wire.example/story>"
URL = "https://wire.example/story"


def heard(**fields: Any) -> Note | None:
    """A message event, read."""
    return inbox.message(event(**fields))


def test_a_link_in_a_channel_is_to_be_digested_unasked() -> None:
    """The reply goes to the message's thread, and the key names workspace, channel and message."""
    note = heard(text=f"have a look {LINK}")
    assert note == Note("digest", f"{TEAM}:{CHANNEL}:{TS}", TEAM, CHANNEL, TS, TS, "U1", (URL,), f"have a look {URL}")


def test_a_link_in_a_thread_is_answered_in_that_thread() -> None:
    """Not in a thread of its own."""
    note = heard(text=LINK, thread_ts="1741080000.000000")
    assert note
    assert note.thread == "1741080000.000000"


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "good morning"},
        {"text": LINK, "bot_id": "B1"},
        {"text": LINK, "subtype": "bot_message", "user": None},
        {"text": LINK, "subtype": "channel_join"},
        {"text": f"<@{BOT}> {LINK}"},
        {"text": " ".join(["chatter"] * 60)},
        {"subtype": "message_changed", "message": {"text": LINK, "bot_id": "B1"}},
        {"subtype": "message_deleted", "deleted_ts": TS, "previous_message": {"bot_id": "B1"}},
        {"subtype": "message_deleted"},
    ],
)
def test_what_is_nobodys_wish_is_nothing(fields: dict[str, Any]) -> None:
    """Small talk, other bots, joins; a mention is the mention event's; edits and deletions of bots."""
    assert heard(**fields) is None


def test_at_most_five_links_in_order_and_each_once() -> None:
    """A message of 200 links costs five fetches."""
    text = " ".join(f"<https://wire.example/{n // 2}>" for n in range(200))
    note = heard(text=text)
    assert note
    assert note.links == tuple(f"https://wire.example/{n}" for n in range(5))


def test_a_pasted_article_is_text_whatever_links_its_page_had() -> None:
    """The links inside a paste are not what was shared."""
    note = heard(text=ARTICLE.replace("the trade minister", "<https://site.example/yusuf|the trade minister>"))
    assert note
    assert note.links == ()
    assert note.text == ARTICLE
    assert note.sent == "2025-03-04"


def test_a_shared_message_brings_the_links_of_the_message_it_shares() -> None:
    """The unfurled preview of a link does not: it would be the same page again."""
    shared = [{"is_share": True, "text": LINK}, {"from_url": URL, "text": "<https://other.example/>"}]
    note = heard(text="what do you think?", attachments=shared)
    assert note
    assert note.links == (URL,)


@pytest.mark.parametrize(
    ("text", "thread", "want"),
    [
        (f"<@{BOT}> {LINK}", None, "digest"),
        (f"<@{BOT}>", None, "hint"),
        (f"<@{BOT}>", "1741080000.000000", "parent"),
        (f"<@{BOT}> help", "1741080000.000000", "usage"),
        (f"<@{BOT}> who met whom?", "1741080000.000000", "question"),
        (f"<@{BOT}> " + " ".join(["word"] * 40), None, "digest"),
    ],
)
def test_a_mention_asks(text: str, thread: str | None, want: str) -> None:
    """For a digest, for help, for the message above, or something else."""
    fields = {"thread_ts": thread} if thread else {}
    note = inbox.mention(event(type="app_mention", text=text, **fields))
    assert note
    assert note.want == want
    assert note.asked


def test_an_edited_mention_does_not_ask_twice() -> None:
    """Slack sends the edit as a changed message too."""
    assert inbox.mention(event(type="app_mention", text=f"<@{BOT}> {LINK}", edited={"ts": "1"})) is None


@pytest.mark.parametrize(
    ("text", "want"), [(LINK, "digest"), ("hello", "usage"), ("", "hint"), ("when is it?", "question")]
)
def test_a_direct_message_always_asks(text: str, want: str) -> None:
    """There is nobody else to talk to."""
    note = heard(channel="D1", channel_type="im", text=text)
    assert note
    assert (note.want, note.asked) == (want, True)


def test_an_edit_is_a_note_of_its_own_about_the_same_message() -> None:
    """Its key differs, its source does not."""
    note = inbox.message(edit(LINK, "nothing yet"))
    assert note
    assert (note.want, note.links, note.asked) == ("revise", (URL,), False)
    assert note.key == f"{TEAM}:{CHANNEL}:{TS}:1741089700.000000"
    assert note.source == f"{TEAM}:{CHANNEL}:{TS}"


def test_an_edited_paste_stays_a_paste() -> None:
    """Its links are still part of the text."""
    note = inbox.message(edit(f"{ARTICLE} {LINK}", ARTICLE))
    assert note
    assert (note.want, note.links) == ("revise", ())


def test_slacks_own_edit_for_a_preview_is_none() -> None:
    """The text is what it was."""
    assert inbox.message(edit(LINK, LINK, attachments=[{"from_url": URL}])) is None


def test_a_deleted_message_withdraws_with_or_without_a_thread() -> None:
    """With replies under it, Slack keeps a tombstone and calls that a change."""
    plain = heard(subtype="message_deleted", deleted_ts=TS, ts="1741089700.000200", previous_message={"user": "U1"})
    tomb = event(subtype="message_changed", message={"subtype": "tombstone", "ts": TS}, previous_message={"user": "U1"})
    for note in (plain, inbox.message(tomb)):
        assert note
        assert (note.want, note.ts, note.key) == ("withdraw", TS, f"{TEAM}:{CHANNEL}:{TS}:deleted")


def test_the_message_above_is_read_like_one_that_was_asked_about() -> None:
    """A link, a paste, or nothing."""
    asked = heard(channel_type="im", thread_ts="1741080000.000000")
    assert asked
    linked = inbox.above(asked, {"text": f"look {LINK}"})
    pasted = inbox.above(asked, {"text": f"{ARTICLE} {LINK}"})
    assert linked
    assert (linked.want, linked.links) == ("digest", (URL,))
    assert pasted
    assert pasted.links == ()
    assert inbox.above(asked, {"text": "lunch?"}) is None
    assert inbox.above(asked, None) is None
