"""The use cases. Decides what is done for whom, from values; the edges fetch, remember and post.

The newsdesk knows the grammar (`bot.facts`) only as a `Reader`, so that a process that never digests never loads it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from bot import answers, digests, topics
from bot.articles import pasted
from bot.errors import Refusal
from bot.model import (
    Answer,
    Article,
    Briefing,
    Digest,
    Dossier,
    Findings,
    Link,
    Question,
    Reading,
    Submission,
)

if TYPE_CHECKING:
    from concurrent.futures import Executor


class Reader(Protocol):
    """Grammar over an English text. ``version`` names the model; the same text always gives the same reading."""

    version: str

    def read(self, article: Article) -> tuple[Reading, Findings]:
        """One article's grammar and all that was found in it."""
        ...

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Reading, Findings]]:
        """The same for many, in their order, faster."""
        ...

    def parse(self, text: str) -> Reading:
        """The grammar alone, of a question or any text."""
        ...
