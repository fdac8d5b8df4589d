"""Trouble on demand: rate limits, errors, broken connections and slow answers of the Web API."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Literal

from tests.fakes.slack.model import JSON

Drop = Literal["before", "after"]


@dataclass(slots=True)
class Trouble:
    """What goes wrong with the next ``times`` calls of a method (``*``: of any).

    ``drop`` breaks the connection, ``before`` anything is done or ``after`` all is done and only the answer is lost.
    ``gate`` holds the call until it is set.
    """

    method: str
    times: int
    status: int = 200
    error: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    drop: Drop | None = None
    delay: float = 0.0
    gate: asyncio.Event | None = None

    async def hold(self) -> None:
        """Wait as long as the trouble says."""
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.gate:
            await self.gate.wait()

    @property
    def refuses(self) -> bool:
        """Whether the method is not done at all."""
        return self.error is not None or self.status != 200

    @property
    def answer(self) -> JSON:
        """The body of the refusal."""
        return {"ok": False, "error": self.error or "internal_error"}


class Troubles:
    """The list of troubles to come; the first that fits a call is used up by it."""

    def __init__(self) -> None:
        self._coming: list[Trouble] = []

    def rate_limit(self, method: str, times: int = 1, retry_after: str | None = "1") -> None:
        """Answer 429 with this ``Retry-After``, any string, or without one."""
        headers = {} if retry_after is None else {"Retry-After": retry_after}
        self._coming.append(Trouble(method, times, 429, "ratelimited", headers))

    def fail(
        self, method: str, error: str | None = None, status: int = 200, drop: Drop | None = None, times: int = 1
    ) -> None:
        """Answer with an error's name, an HTTP status (a page, no JSON), or break the connection."""
        self._coming.append(Trouble(method, times, status, error, drop=drop))

    def delay(self, method: str, seconds: float, times: int = 1) -> None:
        """Do the method this much later."""
        self._coming.append(Trouble(method, times, delay=seconds))

    def hold(self, method: str, times: int = 1) -> asyncio.Event:
        """Hold the method until the event is set."""
        gate = asyncio.Event()
        self._coming.append(Trouble(method, times, gate=gate))
        return gate

    def take(self, method: str) -> Trouble | None:
        """The trouble of this call, if any."""
        trouble = next((one for one in self._coming if one.method in {method, "*"}), None)
        if trouble:
            trouble.times -= 1
            if not trouble.times:
                self._coming.remove(trouble)
        return trouble
