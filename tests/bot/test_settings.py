"""Settings: read once, checked all together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings


def settings(**given: Any) -> Settings:
    """Settings from ``given`` alone, whatever this machine's environment and `.env` say."""
    return Settings(_env_file=None, **given)


BOT, APP = {"slack_bot_token": "xoxb-1"}, {"slack_app_token": "xapp-1"}
SIGNED = {"slack_signing_secret": "s"}
MANY = {"slack_client_id": "1.2", "slack_client_secret": "c", "dateline_encryption_keys": "k1, k2"}


@pytest.mark.parametrize(
    ("given", "mode"),
    [({}, None), (BOT, None), (BOT | APP, "socket"), (BOT | SIGNED, "http"), (MANY | SIGNED, "many")],
)
def test_the_tokens_decide_how_slack_is_reached(given: dict[str, Any], mode: str | None) -> None:
    """Socket Mode wins where both ways are open."""
    assert settings(**given).slack == mode


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, ["SLACK_BOT_TOKEN is missing"]),
        (BOT, ["SLACK_BOT_TOKEN stands alone"]),
        ({"slack_bot_token": "xoxp-1"} | APP, ["SLACK_BOT_TOKEN is no bot token"]),
        (BOT | {"slack_app_token": "xoxb-2"}, ["SLACK_APP_TOKEN is no app-level token"]),
        (BOT | APP | MANY | SIGNED, ["exclude each other", "not there yet"]),
        (
            {"slack_client_id": "1.2"},
            ["SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET", "DATELINE_ENCRYPTION_KEYS", "not there yet"],
        ),
        (BOT | APP | {"slack_client_secret": "c"}, ["SLACK_CLIENT_SECRET needs SLACK_CLIENT_ID"]),
        ({"slack_bot_token": "nope"}, ["stands alone", "no bot token"]),
        (BOT | APP, []),
        (BOT | SIGNED, []),
        (BOT | SIGNED | {"dateline_workers": 0}, []),
        (MANY | SIGNED, ["not there yet"]),
    ],
)
def test_every_fault_is_named_at_once_with_its_fix(given: dict[str, Any], named: list[str]) -> None:
    """One sentence each, and no secret in it."""
    faults = settings(**given).faults()
    assert len(faults) == len(named)
    for fault, words in zip(faults, named, strict=True):
        assert words in fault
        assert ":" in fault
        assert "xox" not in fault.replace("xoxb-…", "").replace("xoxb-;", "")


def test_lists_are_separated_by_commas() -> None:
    """Blanks around them do not count."""
    allowed = settings(dateline_fetch_allow="127.0.0.1:80, [::1]:443,")
    assert allowed.dateline_fetch_allow == ("127.0.0.1:80", "[::1]:443")


def test_an_unreadable_value_is_a_fault_by_name(tmp_path: Path) -> None:
    """As `load` finds it in the environment, all of them at once, and without the value."""
    asked = """
from bot import errors, settings
try:
    settings.load()
except errors.BadSettings as error:
    print(*error.faults, sep="\\n")
"""
    given = {"PORT": "eighty-secret", "DATELINE_WORKERS": "-1", "PYTHONPATH": str(Path.cwd()), "PATH": os.defpath}
    run = subprocess.run(
        [sys.executable, "-c", asked], env=given, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    lines = run.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["PORT", "DATELINE_WORKERS"]
    assert "eighty-secret" not in run.stdout
