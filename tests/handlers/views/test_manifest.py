from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

# What each scope is for today; one that nothing needs has no place in the manifest.
SCOPES = {
    "app_mentions:read": "app_mention events",
    "channels:history": "message events in channels, and a thread's first message",
    "channels:read": "conversations.info and .members: who sees a channel, and who may subscribe it",
    "chat:write": "posts, and the status while a digest is being made",
    "commands": "/dateline and the message shortcut",
    "im:history": "direct messages",
    "im:write": "conversations.open: where a reader's message stands after a crash, and whether the account is closed",
    "users:read": "users.info and .list: time zones, guests, closed accounts",
}
EVENTS = {"app_mention", "app_uninstalled", "message.channels", "message.im", "tokens_revoked"}


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """The file at the project's root."""
    path = Path(__file__).resolve().parents[3] / "manifest.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_the_manifest_asks_for_no_more_than_it_needs(manifest: dict[str, Any]) -> None:
    """Least privilege: every scope has a use, and every event its scope."""
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == set(SCOPES)
    assert set(manifest["settings"]["event_subscriptions"]["bot_events"]) == EVENTS


def test_the_manifest_can_be_pasted(manifest: dict[str, Any]) -> None:
    """Slack's own limits on names and descriptions, and what Socket Mode needs."""
    about, features, settings = (manifest[part] for part in ("display_information", "features", "settings"))
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4000
    assert features["bot_user"]["always_online"] is True
    assert features["app_home"]["messages_tab_enabled"] is True
    assert features["app_home"]["messages_tab_read_only_enabled"] is False
    (shortcut,) = features["shortcuts"]
    assert (shortcut["type"], shortcut["callback_id"]) == ("message", "digest_this")
    assert len(shortcut["name"]) <= 24
    assert len(shortcut["description"]) <= 150
    (command,) = features["slash_commands"]
    assert command["command"] == "/dateline"
    assert len(command["usage_hint"]) <= 1000
    assert command["should_escape"] is True, "else a channel comes as its name, which is not unique and may change"
    assert settings["socket_mode_enabled"] is True
    assert settings["interactivity"] == {"is_enabled": True}
    assert settings["org_deploy_enabled"] is False
    assert settings["token_rotation_enabled"] is False
