"""Which messages are orders of somebody who follows countries."""

from __future__ import annotations

import pytest

from handlers import inbox
from handlers.note import pack, unpack
from handlers.order import Order
from tests.handlers.payloads import BOT, CHANNEL, USER, event


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("follow kenya", Order("follow", "kenya", USER)),
        ("Follow Kenya daily!", Order("follow", "Kenya", USER, pace="daily")),
        ("follow kenya here", Order("follow", "kenya", CHANNEL)),
        ("follow trinidad &amp; tobago in <#C2|desk>", Order("follow", "trinidad & tobago", "C2")),
        ("stop following kenya", Order("unfollow", "kenya", USER)),
        ("what do I follow?", Order("following", "", USER)),
        ("mute kenya", Order("mute", "kenya", USER)),
    ],
)
def test_a_mention_with_an_order(words: str, order: Order) -> None:
    """It travels with the note, and is the same behind the queue."""
    note = inbox.mention(event(type="app_mention", text=f"<@{BOT}> {words}"))
    assert note
    assert (note.want, note.order, note.asked, note.ephemeral) == ("order", order, True, None)
    assert unpack(pack(note)) == note


@pytest.mark.parametrize("words", ["follow kenya daily", "unfollow all", "snooze kenya for a week"])
def test_a_direct_message_with_an_order(words: str) -> None:
    """There, no mention is needed."""
    note = inbox.message(event(channel="D1", channel_type="im", text=words))
    assert note
    assert note.want == "order"
    assert note.order
    assert note.order.reader == USER


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("follow the money: who paid?", "question"),
        ("follow-up: what did he say?", "question"),
        ("does Kenya follow Ethiopia?", "question"),
        ("follow this story <https://wire.example/story>", "digest"),
    ],
)
def test_a_direct_message_that_only_begins_alike(words: str, want: str) -> None:
    """A question is no order, and a link asks for its digest."""
    note = inbox.message(event(channel="D1", channel_type="im", text=words))
    assert note
    assert note.want == want


@pytest.mark.parametrize("words", ["follow kenya", "unfollow all", "what do I follow?", "mute kenya"])
def test_people_who_talk_to_each_other_order_nothing(words: str) -> None:
    """In a channel and in a thread the bot is to be mentioned."""
    assert inbox.message(event(text=words)) is None
    note = inbox.message(event(text=words, thread_ts="1741089000.000100"))
    assert note is None or note.want == "question"
