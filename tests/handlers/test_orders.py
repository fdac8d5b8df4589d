"""How people type what they want to follow: every way in a line."""

from __future__ import annotations

from typing import Any

import pytest

from handlers import orders
from handlers.order import Order
from tests.handlers.payloads import CHANNEL, TEAM, USER

FOLLOW: dict[str, tuple[str, str | None, str | None, str]] = {
    "follow kenya": ("kenya", None, None, USER),
    "Follow Kenya": ("Kenya", None, None, USER),
    "FOLLOW KENYA": ("KENYA", None, None, USER),
    "follow north korea actor": ("north korea", "actor", None, USER),
    "follow north korea any": ("north korea", "mentioned", None, USER),
    "follow north korea mentioned": ("north korea", "mentioned", None, USER),
    "follow north korea any role": ("north korea", "mentioned", None, USER),
    "follow north korea target": ("north korea", "target", None, USER),
    "follow north korea location weekly": ("north korea", "location", "weekly", USER),
    "follow north korea actor daily": ("north korea", "actor", "daily", USER),
    "follow north korea daily actor": ("north korea", "actor", "daily", USER),
    "follow daily actor north korea": ("north korea", "actor", "daily", USER),
    "follow actor north korea weekly": ("north korea", "actor", "weekly", USER),
    "follow north korea as an actor": ("north korea", "actor", None, USER),
    "follow north korea only as actor": ("north korea", "actor", None, USER),
    "follow north korea when it acts": ("north korea", "actor", None, USER),
    "follow north korea when it is the target, daily": ("north korea", "target", "daily", USER),
    "follow kenya only where it happens": ("kenya", "location", None, USER),
    "follow kenya instant": ("kenya", None, "instant", USER),
    "follow kenya instantly": ("kenya", None, "instant", USER),
    "follow kenya at once": ("kenya", None, "instant", USER),
    "follow kenya immediately": ("kenya", None, "instant", USER),
    "follow kenya right away, please": ("kenya", None, "instant", USER),
    "follow kenya in real time": ("kenya", None, "instant", USER),
    "follow kenya daily": ("kenya", None, "daily", USER),
    "follow kenya Daily.": ("kenya", None, "daily", USER),
    "follow kenya, daily": ("kenya", None, "daily", USER),
    "follow kenya (daily)": ("kenya", None, "daily", USER),
    "follow kenya - daily": ("kenya", None, "daily", USER),
    "follow kenya: daily": ("kenya", None, "daily", USER),
    "follow: kenya": ("kenya", None, None, USER),
    "follow kenya every day": ("kenya", None, "daily", USER),
    "follow kenya once a day": ("kenya", None, "daily", USER),
    "follow kenya each morning": ("kenya", None, "daily", USER),
    "follow kenya in a daily roundup": ("kenya", None, "daily", USER),
    "follow kenya on a weekly basis": ("kenya", None, "weekly", USER),
    "follow kenya every week": ("kenya", None, "weekly", USER),
    "follow kenya once a week": ("kenya", None, "weekly", USER),
    "follow kenya on mondays": ("kenya", None, "weekly", USER),
    "follow kenya for me": ("kenya", None, None, USER),
    "follow kenya for me daily": ("kenya", None, "daily", USER),
    "follow kenya here": ("kenya", None, None, CHANNEL),
    "follow kenya here daily": ("kenya", None, "daily", CHANNEL),
    "follow kenya daily here": ("kenya", None, "daily", CHANNEL),
    "follow here kenya": ("kenya", None, None, CHANNEL),
    "follow kenya in here": ("kenya", None, None, CHANNEL),
    "follow kenya in this channel": ("kenya", None, None, CHANNEL),
    "follow kenya for us": ("kenya", None, None, CHANNEL),
    "follow kenya for everyone here": ("kenya", None, None, CHANNEL),
    "follow kenya in <#C2|desk>": ("kenya", None, None, "C2"),
    "follow kenya in <#C2|desk> weekly": ("kenya", None, "weekly", "C2"),
    "follow kenya weekly for <#C2|desk>": ("kenya", None, "weekly", "C2"),
    "follow <#C2|desk> kenya": ("kenya", None, None, "C2"),
    "follow in <#C2> kenya weekly": ("kenya", None, "weekly", "C2"),
    "follow kenya <#G2|>": ("kenya", None, None, "G2"),
    "follow kenya in #desk weekly": ("kenya", None, "weekly", "#desk"),
    "please follow kenya": ("kenya", None, None, USER),
    "I want to follow kenya": ("kenya", None, None, USER),
    "i’d like to follow kenya": ("kenya", None, None, USER),
    "ok, follow kenya now": ("kenya", None, None, USER),
    "start following kenya": ("kenya", None, None, USER),
    "subscribe to kenya": ("kenya", None, None, USER),
    "subscribe me to kenya weekly": ("kenya", None, "weekly", USER),
    "notify me about kenya": ("kenya", None, None, USER),
    "Tell me when something about North Korea turns up.": ("North Korea", None, None, USER),
    "follow news from kenya": ("kenya", None, None, USER),
    "follow everything about the sahel": ("the sahel", None, None, USER),
    "follow the gambia": ("the gambia", None, None, USER),
    'follow "south sudan"': ("south sudan", None, None, USER),
    "follow `kenya`": ("kenya", None, None, USER),
    "follow *kenya*": ("kenya", None, None, USER),
    "follow :flag-ke: daily": (":flag-ke:", None, "daily", USER),
    "follow 🇰🇪 daily": ("🇰🇪", None, "daily", USER),
    "follow AT": ("AT", None, None, USER),
    "follow DE, AT": ("DE, AT", None, None, USER),
    "follow IN weekly": ("IN", None, "weekly", USER),
    "follow TO": ("TO", None, None, USER),
    "follow ME": ("ME", None, None, USER),
    "follow us": ("us", None, None, USER),
    "follow Korea, North daily": ("Korea, North", None, "daily", USER),
    "follow Congo (Kinshasa)": ("Congo (Kinshasa", None, None, USER),
    "follow kenya, uganda and bosnia and herzegovina weekly": (
        "kenya, uganda and bosnia and herzegovina",
        None,
        "weekly",
        USER,
    ),
    "follow trinidad &amp; tobago": ("trinidad & tobago", None, None, USER),
    "follow the channel islands": ("the channel islands", None, None, USER),
    "follow": ("", None, None, USER),
    "follow daily": ("", None, "daily", USER),
    "follow me": ("", None, None, USER),
}


def command(text: str) -> dict[str, Any]:
    """The payload of `/dateline`."""
    body = {"team_id": TEAM, "channel_id": CHANNEL, "user_id": USER, "trigger_id": "1.2"}
    return {**body, "response_url": "https://hooks.example/1", "text": text}


@pytest.mark.parametrize("words", FOLLOW)
def test_a_wish_to_follow(words: str) -> None:
    """Place, role, pace, and for whom, in whatever order people type them."""
    note = orders.command(command(words))
    assert note
    assert note.order
    place, role, pace, reader = FOLLOW[words]
    assert note.order == Order("follow", place, reader, role, pace)  # type: ignore[arg-type]  # words of the table


def test_words_without_end_take_no_time() -> None:
    """Whatever they are; what is beyond a thousand characters is not read."""
    for bait in ("daily " * 6000, "the " * 9000, "a" * 40_000, "in for to " * 4000, "<#C" * 9000, "::" * 20_000):
        order = orders.typed(f"follow {bait}", USER, CHANNEL)
        assert order
        assert len(order.place) <= 1000
        assert orders.typed(f"please {bait}", USER, CHANNEL) is None
