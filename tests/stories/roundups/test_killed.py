"""A worker that is killed between posting a roundup and writing it down: real processes, a real signal, one message."""

from __future__ import annotations

import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.model import Subscription
from bot.settings import Settings
from bot.storage.codec import Waiting
from bot.storage.memory import Client
from bot.storage.store import Store
from tests.fakes.slack import Slack
from tests.stories.conftest import running
from tests.stories.processes import dateline, environment
from tests.stories.roundups.mornings import MOYALE, Hours, Office

LEASE = 1.0  # seconds
STARTED = 30.0  # seconds for a process to load its model on a busy machine
NOON = 12


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """With a short lease."""
    return settings.model_copy(update={"dateline_lease_seconds": LEASE})


@pytest.fixture
def hours() -> Hours:
    """This very hour: processes have clocks of their own."""
    return Hours(time.time())


@pytest.fixture
async def noon(office: Office, slack: Slack, redis: Client) -> Store:
    """It is about noon where Maria lives, and since yesterday something waits for her."""
    east = NOON - datetime.now(UTC).hour
    maria, store = slack.person("maria", tz=f"Etc/GMT{-east:+d}"), Store(redis, timedelta(days=30))
    post = await office.digest(slack.channel("news", maria), "Moyale crossing reopens", MOYALE, None)
    await store.follow(office.team, Subscription(maria.id, "KE", pace="daily"))
    waiting = Waiting("KE", MOYALE, post.identity, time.time() - 86_400, "actor")
    await store.pend(office.team, maria.id, "daily", waiting)
    return store


async def test_killed_between_post_and_record(
    slack: Slack, settings: Settings, noon: Store, office: Office, tmp_path: Path
) -> None:
    """Its successor, whose clock ticks too, finds the message; in the store nothing waits any more."""
    gate, before = slack.hold("chat.postMessage"), len(slack.posts())
    async with dateline(tmp_path, environment(settings), "worker") as worker:
        await slack.wait_for(lambda: len(slack.calls("chat.postMessage")) > 1, STARTED)
        worker.send(signal.SIGSTOP)
        gate.set()
        await slack.wait_for(lambda: len(slack.posts()) > before, STARTED)
        worker.send(signal.SIGKILL)
        async with running(settings):
            await slack.wait_for(lambda: slack.calls("conversations.history"), STARTED)
            await slack.quiet()
    [told] = slack.posts()[before:]
    assert "Moyale crossing reopens" in told.shown
    [reader] = await noon.readers(office.team)
    assert await noon.pending(office.team, reader, "daily", time.time()) == ()
