from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.articles.web.fetch import LIMITS, Limits
from tests.bot.articles.hostile.behaviours import BEHAVIOURS
from tests.bot.articles.hostile.running import Worker

IMPATIENT = Limits(total=1.0, connect=0.4, read=0.4)
"""The limits of time are shorter than those of production, so that a silent server costs the suite no minutes."""
MOST_MB, MOST_MS = 64, 250
LATE = 3.0  # seconds for reading what was fetched, on a machine that others use too


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def worker() -> AsyncIterator[Worker]:
    """One worker for all of them, as it is in life."""
    async with Worker(IMPATIENT) as worker:
        yield worker


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", BEHAVIOURS)
async def test_a_hostile_server_gets_a_clear_outcome(worker: Worker, name: str) -> None:
    """What is expected comes in time; memory and event loop stay in bounds; nobody inside is reached; all goes on."""
    reading = await worker.meet(name, BEHAVIOURS[name])
    assert reading.meets(BEHAVIOURS[name].outcome), reading
    assert reading.seconds < IMPATIENT.total + LATE
    assert reading.growth <= MOST_MB, reading
    assert reading.lag < MOST_MS, reading
    assert worker.internal.hits == []
    assert (await worker.read("/ordinary")).outcome == "read"


def test_the_limits_are_those_that_were_promised() -> None:
    """Seconds over all hops, bytes on the wire and unpacked, redirects."""
    assert (LIMITS.total, LIMITS.dns, LIMITS.connect, LIMITS.read) == (11.5, 3, 4, 5)
    assert (LIMITS.wire, LIMITS.decoded, LIMITS.redirects) == (3_000_000, 5_000_000, 5)
    assert len(BEHAVIOURS) >= 60
