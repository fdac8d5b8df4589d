"""Bringing things to the app, and bringing events again when it does not say that it has them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tests.fakes.slack.model import JSON
from tests.fakes.slack.world import World

Kind = Literal["events_api", "slash_commands", "interactive"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one attempt ended: ``reason`` is empty when the app took it, else Slack's word for the failure.

    ``response`` is what the app said along with its acknowledgement; ``final`` forbids another attempt.
    """

    reason: str = ""
    response: JSON | None = None
    status: int | None = None
    final: bool = False


@dataclass(slots=True, eq=False)
class Delivery:
    """Something on its way to the app. ``payload`` is what the app reads, the same at every attempt."""

    kind: Kind
    payload: JSON
    outcomes: list[Outcome] = field(default_factory=list)
    finished: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def acked(self) -> bool:
        """Whether the app took it at last."""
        return bool(self.outcomes) and not self.outcomes[-1].reason

    @property
    def response(self) -> JSON | None:
        """What the app said along with its acknowledgement."""
        return self.outcomes[-1].response if self.outcomes else None

    @property
    def event(self) -> JSON:
        """The event inside, or nothing."""
        found = self.payload.get("event", {})
        return found if isinstance(found, dict) else {}

    async def done(self) -> Delivery:
        """Wait until it was taken or given up."""
        await self.finished.wait()
        return self


# One attempt: the thing, which attempt it is (0 is the first), and why the one before failed.
Carrier: TypeAlias = Callable[[Delivery, int, str], Awaitable[Outcome]]
MOST_RETRIES = 3


class Deliveries:
    """All that was sent to the app. ``delays`` are the pauses before the three retries of an event, in seconds.

    Slack pauses 0, 60 and 300 seconds. Commands and interactions are never brought twice.
    """

    def __init__(self, world: World, carrier: Carrier, delays: tuple[float, float, float]) -> None:
        self.all: list[Delivery] = []
        self._carrier = carrier
        self.taken: Callable[[Delivery], None] = lambda _: None
        self._world = world
        self._delays = delays
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def pending(self) -> int:
        """How many are still on their way."""
        return len(self._tasks)

    def send(self, kind: Kind, payload: JSON) -> Delivery:
        """Set off."""
        delivery = Delivery(kind, payload)
        self.all.append(delivery)
        task = asyncio.get_running_loop().create_task(self._bring(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._gone)
        return delivery

    async def stop(self) -> None:
        """Give up all that is on its way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _gone(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._world.changed()

    async def _bring(self, delivery: Delivery) -> None:
        retries = MOST_RETRIES if delivery.kind == "events_api" else 0
        for number in range(retries + 1):
            if number:
                await asyncio.sleep(self._delays[number - 1])
            reason = delivery.outcomes[-1].reason if delivery.outcomes else ""
            outcome = await self._carrier(delivery, number, reason)
            delivery.outcomes.append(outcome)
            self._world.changed()
            if not outcome.reason:
                self.taken(delivery)
            if not outcome.reason or outcome.final:
                break
        delivery.finished.set()
