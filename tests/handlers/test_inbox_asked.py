"""What commands, shortcuts, buttons and goodbyes are taken for."""

from __future__ import annotations

from typing import Any

import pytest

from handlers import inbox, presses
from handlers.note import pack, unpack
from tests.handlers.payloads import CHANNEL, TEAM, TS, event

LINK = "<https://wire.example/story>"
URL = "https://wire.example/story"


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        (f"digest {URL}", (URL,)),
        (f"DIGEST {LINK}", (URL,)),
        (URL, (URL,)),
        (LINK, (URL,)),
        ("digest nonsense here", ("nonsense",)),
        ("digest", ("",)),
    ],
)
def test_the_command_digests_what_follows_it(typed: str, links: tuple[str, ...]) -> None:
    """What is no address is refused later, in words."""
    note = inbox.command(command(typed))
    assert note
    assert (note.want, note.links, note.asked, note.thread) == ("digest", links, True, None)
    assert note.ephemeral == "https://hooks.example/1"


@pytest.mark.parametrize("typed", ["", "help", "follow kenya", "digesting is fun"])
def test_any_other_command_gets_the_help(typed: str) -> None:
    """Nothing is queued for it."""
    assert inbox.command(command(typed)) is None


def command(text: str) -> dict[str, Any]:
    """The payload of `/dateline`."""
    ids = {"team_id": TEAM, "channel_id": CHANNEL, "user_id": "U1", "trigger_id": "17.2.abc"}
    return {"command": "/dateline", "text": text, "response_url": "https://hooks.example/1", **ids}


@pytest.mark.parametrize("team", [{"team": {"id": TEAM}}, {"team": None}])
def test_the_shortcut_digests_the_message_it_was_used_on(team: dict[str, Any]) -> None:
    """In the message's thread; in an organisation's installation the workspace is the person's."""
    pressed = {
        "channel": {"id": CHANNEL},
        "user": {"id": "U2", "team_id": TEAM},
        "message": {"ts": TS, "text": f"see {LINK}", "bot_id": "B9"},
        "action_ts": "1741090000.000000",
        "response_url": "https://hooks.example/2",
    }
    note = inbox.shortcut({**pressed, **team})
    assert (note.workspace, note.links, note.thread, note.asked) == (TEAM, (URL,), TS, True)
    assert note.key == f"{TEAM}:{CHANNEL}:{TS}:1741090000.000000"


def test_a_button_names_its_article() -> None:
    """Edition and identity are in its value; an identity may hold any sign."""
    body = {"actions": [{"value": "abc|https://wire.example/?a|b"}], "team": {"id": TEAM}}
    assert presses.wanted(body) == ("abc", "https://wire.example/?a|b", TEAM)


@pytest.mark.parametrize(
    ("fields", "gone"),
    [
        ({"type": "app_uninstalled"}, True),
        ({"type": "tokens_revoked", "tokens": {"bot": ["UBOT"]}}, True),
        ({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}}, False),
        ({"type": "tokens_revoked"}, False),
    ],
)
def test_only_a_lost_bot_token_is_a_goodbye(fields: dict[str, Any], *, gone: bool) -> None:
    """A person may take theirs away and stay."""
    assert (inbox.goodbye(event(**fields)) is not None) is gone


def test_a_note_survives_the_queue() -> None:
    """Packed and unpacked it is the same; a command's has no day."""
    note = inbox.command(command(f"digest {URL}"))
    assert note
    assert unpack(pack(note)) == note
    assert note.sent is None
