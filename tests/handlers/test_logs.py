"""The log keeps tokens and tickets to itself, whoever writes to it."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from handlers.logs import redact

ROOT = Path(__file__).parents[2]
SECRETS = [
    "xoxb-123-456-abcDEF",
    "xoxp-1-2",
    "xoxe.xoxb-1-abc",
    "xapp-1-A012-345-f00",
    "https://hooks.slack.com/commands/T1/2/three",
    "redis://user:pass@cache.example:6379/0",
    "wss://wss-primary.slack.com/link/?ticket=5f2c-91&app_id=4",
]
GUARDED = ("123-456", "-1-2", "1-abc", "A012", "T1/2", "pass", "5f2c")
SCRIPT = """
import logging, structlog
from handlers import logs
logs.configure()
structlog.get_logger("ours").warning("sent", text={0!r})
structlog.get_logger("ours").info("quiet things too", text={0!r})
structlog.get_logger("ours").debug("not these", text={0!r})
logging.getLogger("theirs").warning("sent %s", {0!r})
logging.getLogger("slack_sdk.web").warning("payload of a library")
try:
    raise ValueError({0!r})
except ValueError:
    structlog.get_logger("ours").exception("failed")
    logging.getLogger("theirs").exception("failed")
"""


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_in_a_line_becomes_an_ellipsis(secret: str) -> None:
    """Where it stands in a text, and in no other kind of value."""
    line = redact(logging.getLogger(), "info", {"event": f"sent {secret} away", "count": 3})
    assert not [part for part in GUARDED if part in line["event"]]
    assert line["count"] == 3
    assert line["event"].startswith("sent ")


def test_all_of_a_process_goes_to_stderr_as_lines_without_secrets() -> None:
    """Ours and those of libraries, with their tracebacks; what libraries say of their payloads is left out."""
    script = SCRIPT.format(SECRETS[0])
    done = subprocess.run((sys.executable, "-c", script), cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert "123-456" not in done.stderr
    assert "payload" not in done.stderr
    assert "not these" not in done.stderr
    assert done.stderr.count("Traceback") == 2
    assert done.stderr.startswith("timestamp=")
