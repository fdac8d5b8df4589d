"""Values as bytes and back: JSON with a format version in front.

What can't be read (another format, another shape, broken bytes) counts as not remembered: None, never an exception.
Raise `FORMAT` when a value's shape changes so that old bytes would be read wrongly; a new field with a default needs
no new format. Subscriptions are durable: a new format must still read the old ones.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from bot.errors import Refusal
from bot.model import Article, Digest, Post, Reading, Role, Subscription, Vector

FORMAT = 1
"""The number in front of everything that is written."""

_FAST = 1  # zlib's level: a reading shrinks to a tenth at it, and the higher ones take several times as long

V = TypeVar("V")


class Codec(Generic[V]):
    """Bytes of one type of frozen values; `packed` compresses them, for the long ones.

    The same value always gives the same bytes.
    """

    def __init__(self, kind: type[V], *, packed: bool = False) -> None:
        self._adapter: TypeAdapter[V] = TypeAdapter(kind)
        self._packed = packed
        self._mark = b"%d:" % FORMAT

    def encode(self, value: V) -> bytes:
        """The value as bytes.

        Raises:
            ValueError: a text holds a lone surrogate, which no text from a page or a person may.
        """
        body = self._adapter.dump_json(value)
        return self._mark + (zlib.compress(body, _FAST) if self._packed else body)

    def decode(self, blob: bytes | None) -> V | None:
        """The value that the bytes hold, or None: there are none, or they can't be read."""
        if blob is None or not blob.startswith(self._mark):
            return None
        body = blob[len(self._mark) :]
        try:
            return self._adapter.validate_json(zlib.decompress(body) if self._packed else body)
        except (zlib.error, ValueError):
            return None

    def decode_all(self, blobs: Iterable[bytes]) -> tuple[V, ...]:
        """The values of those that can be read, in their order."""
        return tuple(value for blob in blobs if (value := self.decode(blob)) is not None)


class VectorCodec:
    """The same for the vectors of an article, which are bytes already: their number, their width, and themselves."""

    _mark = b"%d:" % FORMAT

    def encode(self, vectors: tuple[Vector, ...]) -> bytes:
        """The vectors as bytes; all of them have as many coordinates."""
        width = len(vectors[0].numbers) if vectors else 0
        return b"%b%d:%d:" % (self._mark, len(vectors), width) + b"".join(each.numbers for each in vectors)

    def decode(self, blob: bytes | None) -> tuple[Vector, ...] | None:
        """The vectors that the bytes hold, or None: there are none, or they can't be read."""
        if blob is None or not blob.startswith(self._mark):
            return None
        try:
            count, width, numbers = blob[len(self._mark) :].split(b":", 2)
            rows, size = int(count), int(width)
        except ValueError:
            return None
        if rows < 0 or size < 0 or rows * size != len(numbers):
            return None
        return tuple(Vector(numbers[at * size : (at + 1) * size]) for at in range(rows))


@dataclass(frozen=True, slots=True)
class Entry:
    """What is read back for a remembered digest; the grammar lies beside it under a key of its own."""

    article: Article
    digest: Digest


@dataclass(frozen=True, slots=True)
class Failure:
    """A `Refusal` as a value: the contract's word for it, and what its constructor takes, by name."""

    kind: str
    fields: dict[str, str | int]

    @classmethod
    def of(cls, refusal: Refusal) -> Failure:
        """The refusal's kind and fields."""
        fields = {name: value for name, value in vars(refusal).items() if isinstance(value, str | int)}
        return cls(refusal.kind, fields)

    def refusal(self) -> Refusal | None:
        """The refusal again; None when there is no such kind, or it takes other fields by now."""
        kinds = {kind.kind: kind for kind in Refusal.__subclasses__()}
        try:
            return kinds[self.kind](**self.fields)  # type: ignore[arg-type]  # every subclass takes its own fields
        except (KeyError, TypeError):
            return None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that waits for a reader's roundup: its country, its story, its identity, and since when (epoch).

    ``role`` is the country's in the article, and says why the reader is told; None: not known.
    """

    country: str
    story: str
    identity: str
    at: float = 0.0
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was answered: its words, the article that it was about, and the latest one then, by identity."""

    words: str
    identity: str
    latest: str = ""


ENTRY = Codec(Entry, packed=True)
READING = Codec(Reading, packed=True)
VECTORS = VectorCodec()
POST = Codec(Post)
FAILURE = Codec(Failure)
SUBSCRIPTION = Codec(Subscription)
WAITING = Codec(Waiting)
ASKED = Codec(Asked)
