"""Other things that people type and press: to follow no more, to see what is followed, to have peace."""

from __future__ import annotations

import pytest

from handlers import orders
from handlers.order import Order, pack
from tests.handlers.payloads import CHANNEL, TEAM, USER

OTHERS: dict[str, Order] = {
    "unfollow kenya": Order("unfollow", "kenya", USER),
    "Unfollow Kenya.": Order("unfollow", "Kenya", USER),
    "unfollow kenya here": Order("unfollow", "kenya", CHANNEL),
    "unfollow kenya in <#C2|desk>": Order("unfollow", "kenya", "C2"),
    "unfollow kenya daily": Order("unfollow", "kenya", USER),
    "stop following kenya": Order("unfollow", "kenya", USER),
    "please stop following kenya and uganda": Order("unfollow", "kenya and uganda", USER),
    "don’t follow kenya any more": Order("unfollow", "kenya", USER),
    "unsubscribe me from kenya": Order("unfollow", "kenya", USER),
    "unfollow all": Order("unfollow", "", USER),
    "unfollow everything here": Order("unfollow", "", CHANNEL),
    "unfollow": Order("following", "", USER),
    "stop following": Order("following", "", USER),
    "following": Order("following", "", USER),
    "Following?": Order("following", "", USER),
    "following here": Order("following", "", CHANNEL),
    "following in <#C2|desk>": Order("following", "", "C2"),
    "list": Order("following", "", USER),
    "my subscriptions": Order("following", "", USER),
    "show me what I follow": Order("following", "", USER),
    "What do I follow?": Order("following", "", USER),
    "what am I following": Order("following", "", USER),
    "what are we following here?": Order("following", "", CHANNEL),
    "what does this channel follow?": Order("following", "", CHANNEL),
    "what does <#C2|desk> follow?": Order("following", "", "C2"),
    "snooze kenya": Order("snooze", "kenya", USER, days=1),
    "snooze kenya for a week": Order("snooze", "kenya", USER, days=7),
    "snooze kenya for 3 days": Order("snooze", "kenya", USER, days=3),
    "snooze all for 2 weeks here": Order("snooze", "", CHANNEL, days=14),
    "snooze": Order("snooze", "", USER, days=1),
    "mute kenya": Order("mute", "kenya", USER),
    "unmute kenya": Order("unmute", "kenya", USER),
    "unmute all": Order("unmute", "", USER),
    "wake up kenya here": Order("wake", "kenya", CHANNEL),
}
NO_ORDERS = (
    "",
    "hello",
    "help",
    "digest https://example.org/",
    "followers of the prime minister",
    "follow-up: what did he say?",
    "follow up with the ministry",
    "following the vote, who resigned?",
    "following kenya's vote",
    "list the casualties",
    "what follows",
    "who follows him?",
    "wakeful",
)
QUESTIONS = (
    "follow the money: who paid?",
    "Follow Kenya?",
    "mute swans: where do they live?",
    "follow the ministers who left the cabinet on Monday and tell me why they did so",
    "snooze?",
)


@pytest.mark.parametrize("words", OTHERS)
def test_other_wishes(words: str) -> None:
    """To follow no more, to see what is followed, to have peace."""
    assert orders.typed(words, USER, CHANNEL) == OTHERS[words]
    spoken = orders.spoken(words, USER, CHANNEL)
    assert spoken == OTHERS[words]


@pytest.mark.parametrize("words", NO_ORDERS)
def test_no_order(words: str) -> None:
    """Other words, which get an answer or the help."""
    assert orders.typed(words, USER, CHANNEL) is None


@pytest.mark.parametrize("words", QUESTIONS)
def test_in_a_conversation_a_question_is_no_order(words: str) -> None:
    """What ends with a question mark asks; what is long tells."""
    assert orders.spoken(words, USER, CHANNEL) is None


def test_here_in_a_direct_message_is_the_person() -> None:
    """There is nobody else."""
    assert orders.spoken("follow kenya here", USER, "D1") == Order("follow", "kenya", USER)


def test_a_pressed_button_is_for_whoever_presses_it() -> None:
    """Where it names nobody else; in a thread the answer goes there; the same press is the same note."""
    action = {"action_id": "order_follow_0", "action_ts": "2.1", "value": pack(Order("follow", "KE", ""))}
    body = {
        "team": {"id": TEAM},
        "user": {"id": "U9"},
        "actions": [action],
        "container": {"channel_id": CHANNEL, "message_ts": "1.5"},
        "message": {"ts": "1.5", "thread_ts": "1.1"},
        "response_url": "https://hooks.example/2",
    }
    note = orders.pressed(body)
    assert note.order == Order("follow", "KE", "U9")
    assert (note.thread, note.user, note.replaces) == ("1.1", "U9", False)
    assert orders.pressed(body).key == note.key
    ours = {**body, "container": {"channel_id": CHANNEL, "message_ts": "1.6", "is_ephemeral": True}, "message": None}
    ours["actions"] = [{**action, "value": pack(Order("unfollow", "KE", "C2"))}]
    again = orders.pressed(ours)
    assert again.order == Order("unfollow", "KE", "C2")
    assert again.replaces
    assert again.thread is None
