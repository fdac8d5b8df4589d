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
    lines = loaded(tmp_path, {"PORT": "eighty-secret", "DATELINE_WORKERS": "-1"})
    assert [line.partition(":")[0] for line in lines] == ["PORT", "DATELINE_WORKERS"]
    assert "eighty-secret" not in "".join(lines)


@pytest.mark.parametrize(
    "entry", ["127.0.0.1:8000", "[::1]:80", "localhost:65535", "MY_host.example:1", "[::ffff:1.2.3.4]:80"]
)
def test_exemptions_are_hosts_with_a_port(entry: str) -> None:
    """Names, addresses, and version 6 in brackets."""
    assert settings(dateline_fetch_allow=f"example.com:443,{entry}").fetch_faults() == ()


@pytest.mark.parametrize(
    "entry",
    [
        *("localhost", "localhost:", ":8000", "localhost:0", "localhost:65536", "localhost:99999999", "localhost:http"),
        *(
            "http://localhost:80",
            "localhost:80/",
            "*:80",
            "::1:80",
            "[::1]",
            "a b:80",
            "user:secret@host:80",
            "10.0.0.0/8",
        ),
    ],
)
def test_an_exemption_that_would_exempt_nothing_is_a_fault(entry: str) -> None:
    """By its place in the list, with the fix, and without the value: it may hold a password."""
    faults = settings(**BOT, **APP, dateline_fetch_allow=f"localhost:80,{entry}").faults()
    assert faults == ("DATELINE_FETCH_ALLOW: entry 2 is no host:port; write 127.0.0.1:8000 or [::1]:8000, no more.",)


@pytest.mark.parametrize(
    "proxy",
    ["http://proxy:3128", "https://proxy.example", "http://u:p@10.0.0.1:80/", "http://[::1]:3128", "HTTP://P:1"],
)
def test_proxies(proxy: str) -> None:
    """With or without a port, a user and a slash."""
    assert settings(dateline_fetch_proxy=proxy).fetch_faults() == ()


@pytest.mark.parametrize(
    "proxy",
    [
        *("proxy:3128", "proxy", "10.0.0.1:3128", "socks5://proxy:1080", "http://", "http://:3128", "http:proxy:3128"),
        *(
            "http://proxy:port",
            "http://proxy:0",
            "http://proxy:70000",
            "http://[::1",
            "http://proxy:3128/path",
            "//proxy:1",
        ),
        *("http://proxy:3128?x", "http://proxy:3128#x", "http://pro xy:3128", "http://u:secret@:1"),
    ],
)
def test_a_proxy_that_is_none_is_a_fault(proxy: str) -> None:
    """Together with all others, with the fix and without the value: it may hold a password."""
    faults = settings(dateline_fetch_proxy=proxy).faults()
    assert len(faults) == 2
    assert faults[1] == "DATELINE_FETCH_PROXY is no proxy's address: write http://host:port, or https://host:port."


@pytest.mark.parametrize(
    ("contact", "fine"),
    [
        *(
            (good, True)
            for good in ("https://wire.example/bots?a=1#x", "mailto:desk@wire.example", "desk@wire.example")
        ),
        *(
            (bad, False)
            for bad in ("our desk", "a\r\nHost: x", "desk (at) wire", "<desk@wire.example>", "déšk", "a;b", "a)")
        ),
    ],
)
def test_the_contact_fits_into_a_header(contact: str, *, fine: bool) -> None:
    """It stands in every request: no blank, no bracket, nothing that ends a line."""
    assert (settings(dateline_contact=contact).fetch_faults() == ()) is fine


def loaded(folder: Path, given: dict[str, str]) -> list[str]:
    """What `load` says in a process of its own: its faults, or the port that it read."""
    asked = """
from bot import errors, settings
try:
    print("PORT", settings.load().port)
except errors.BadSettings as error:
    print(*error.faults, sep="\\n")
"""
    environment = {"PYTHONPATH": str(Path.cwd()), "PATH": os.defpath, **given}
    run = subprocess.run(
        [sys.executable, "-c", asked], env=environment, cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_file_in_another_encoding_is_a_fault(tmp_path: Path, encoding: str) -> None:
    """Said in a sentence, not in a traceback."""
    (tmp_path / ".env").write_text("# Zürich\nPORT=4000\n", encoding=encoding)
    assert loaded(tmp_path, {}) == [".env is not text in UTF-8: save it again in that encoding."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_with_or_without_a_mark_of_its_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    """Some editors put one in front of the first name."""
    (tmp_path / ".env").write_text("PORT=4000\n# Zürich\n", encoding=encoding)
    assert loaded(tmp_path, {}) == ["PORT 4000"]
