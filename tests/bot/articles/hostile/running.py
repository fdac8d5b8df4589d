"""A worker in a process of its own, and what it did with a hostile server."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.articles.web.fetch import Limits
from bot.errors import Refusal
from tests.bot.articles.hostile.behaviour import Behaviour, Place, article
from tests.fakes.web import Website

ROOT = Path(__file__).parents[4]
LINE = 1 << 22  # bytes of the worker's longest line


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one link.

    ``outcome`` is "read", the kind of a refusal, or the name of an exception; ``words`` the article's or the refusal's.
    ``lag`` in milliseconds, ``growth`` in MB over the worker's state after its first page.
    """

    outcome: str
    words: str
    seconds: float
    lag: float
    growth: float

    def meets(self, expected: type[Refusal] | tuple[type[Refusal], ...] | str) -> bool:
        """Whether that is what a behaviour should come to."""
        if isinstance(expected, str):
            return self.outcome == "read" and expected in self.words
        kinds = expected if isinstance(expected, tuple) else (expected,)
        return self.outcome in {kind.kind for kind in kinds}


class Worker:
    """The process, with a web site that it may reach and an internal service that it may not."""

    def __init__(self, limits: Limits) -> None:
        self.site, self.internal = Website(), Website()
        self._limits = limits
        self._rest = 0.0

    async def __aenter__(self) -> Self:
        await self.site.__aenter__()
        await self.internal.__aenter__()
        command = (sys.executable, "-m", "tests.bot.articles.hostile.worker", json.dumps(asdict(self._limits)))
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            *command, self.site.allow, stdin=pipe, stdout=pipe, cwd=ROOT, limit=LINE
        )
        self.site.page("/ordinary", article())
        await self.read("/ordinary")
        self._rest = (await self._ask([self.site.url("/ordinary")]))[0]["rss"]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process first, so that nobody drips into it any more."""
        await self._process.communicate(b"")
        await self.site.__aexit__(kind, error, trace)
        await self.internal.__aexit__(kind, error, trace)

    async def meet(self, name: str, behaviour: Behaviour) -> Reading:
        """Post the link of one behaviour."""
        place = Place(self.site, "/" + re.sub(r"\W+", "-", name), self.internal.url("/secrets"))
        return (await self._readings(behaviour.serve(place)))[0]

    async def read(self, path: str) -> Reading:
        """Post the link of a page that is there already."""
        return (await self._readings(self.site.url(path)))[0]

    async def _readings(self, *urls: str) -> list[Reading]:
        return [
            Reading(told["outcome"], told["words"], told["seconds"], told["lag"], told["peak"] - self._rest)
            for told in await self._ask(list(urls))
        ]

    async def _ask(self, urls: list[str]) -> list[dict[str, Any]]:
        reader, writer = self._process.stdout, self._process.stdin
        if not reader or not writer:
            raise RuntimeError("the worker has no pipes")
        writer.write(json.dumps(urls).encode() + b"\n")
        line = await reader.readline()
        answers: list[dict[str, Any]] = json.loads(line)
        return answers
