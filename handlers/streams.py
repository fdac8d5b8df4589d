"""JSON Lines in and out: what is there is worked on together, and nobody waits for more.

A program that keeps the pipe open gets the answer to each line before it sends the next; a file comes in full batches.
"""

from __future__ import annotations

import io
import os
import select
from collections import deque
from typing import TYPE_CHECKING, TypeVar

from bot.errors import Refusal
from handlers import contract, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from handlers.record import Entry, Record

T = TypeVar("T")

MOST = 32  # lines of a batch
HEAVIEST = 1_000_000  # bytes after which a batch is full
_CHUNK = 65_536


class Lines:
    """The lines of a stream, in batches: at least one, then only what is there. ``read`` counts bytes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._fd = _descriptor(stream)
        self._lines: deque[bytes] = deque()
        self._parts: list[bytes] = []
        self._length = 0
        self._ended = False
        self.read = 0

    def batches(self) -> Iterator[list[bytes]]:
        """All lines, without their ends."""
        while batch := self._batch():
            yield batch

    def _batch(self) -> list[bytes]:
        batch: list[bytes] = []
        while len(batch) < MOST and sum(map(len, batch)) < HEAVIEST and self._fill(wait=not batch):
            batch.append(self._lines.popleft())
        return batch

    def _fill(self, *, wait: bool) -> bool:
        """Whether there is a line now."""
        while not self._lines and not self._ended and (wait or self._ready()):
            chunk = os.read(self._fd, _CHUNK) if self._fd is not None else self._stream.read(_CHUNK)
            self.read += len(chunk)
            first, *more = chunk.split(b"\n")
            self._keep(first)
            for piece in more:
                self._lines.append(self._flush())
                self._keep(piece)
            if not chunk:
                self._ended = True
                self._lines.extend([self._flush()] if self._parts else ())
        return bool(self._lines)

    def _keep(self, piece: bytes) -> None:
        """Put a piece to the line that is being read; of an endless one only what shows that it is too long."""
        if piece and self._length <= record.LONGEST:
            self._parts.append(piece)
            self._length += len(piece)

    def _flush(self) -> bytes:
        line = b"".join(self._parts)
        self._parts, self._length = [], 0
        return line

    def _ready(self) -> bool:
        return self._fd is None or bool(select.select([self._fd], [], [], 0)[0])


def run(
    batches: Iterable[Sequence[bytes]],
    keys: frozenset[str],
    work: Callable[[Sequence[Record]], Iterable[T | Refusal]],
    shown: Callable[[T], contract.Json],
) -> Iterator[tuple[list[str], int]]:
    """Each batch's lines of output, in the order of the input, and how many of them failed.

    ``work`` gives one value or refusal for each record; ``shown`` turns a value into its keys of the contract.
    """
    for batch in batches:
        entries = [record.parse(line, keys) for line in batch]
        results = iter(work([entry.record for entry in entries if not isinstance(entry.record, Refusal)]))
        pairs = [(entry, entry.record if isinstance(entry.record, Refusal) else next(results)) for entry in entries]
        yield [_line(entry, result, shown) for entry, result in pairs], sum(isinstance(r, Refusal) for _, r in pairs)


def _line(entry: Entry, result: T | Refusal, shown: Callable[[T], contract.Json]) -> str:
    body = {"error": contract.error(result)} if isinstance(result, Refusal) else shown(result)
    return contract.line({"id": entry.id, **body})


def _descriptor(stream: BinaryIO) -> int | None:
    try:
        return stream.fileno()
    except io.UnsupportedOperation:  # a stream in memory: all of it is there
        return None
