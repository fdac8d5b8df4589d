"""A response's body, counted while it streams, on the wire and again unpacked: no bomb outlasts its chunk."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator

from bot.errors import TooLarge, Unreachable

_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's window bits: with a gzip header, with its own, without any
_MAGIC = b"\x1f\x8b"
_FORMS = {"gzip": (_GZIP,), "x-gzip": (_GZIP,), "deflate": (_ZLIB, _RAW)}
_MOST_LAYERS = 2
_MOST_MEMBERS = 1_000  # 5 MB in the blocks of bgzip are 80; each costs a copy of what follows it …
_SLICE = 16_384  # … which is no more than this


class Unpacker:
    """One layer of gzip or deflate; never makes more than the room it is given plus one byte.

    Members of no length make nothing, and would be unpacked for ever: they are counted.
    """

    def __init__(self, host: str, encoding: str) -> None:
        self._host = host
        self._forms = list(_FORMS[encoding])
        self._engine = zlib.decompressobj(self._forms[0])
        self._started = False
        self._over = False
        self._members = 1

    def feed(self, chunk: bytes, room: int) -> bytes:
        """Unpack a chunk.

        Raises:
            TooLarge: it unpacks to more than ``room`` bytes.
            Unreachable: it is not what the header says.
        """
        made = bytearray()
        for at in range(0, len(chunk), _SLICE):
            piece = chunk[at : at + _SLICE]
            while piece and not self._over and len(made) <= room:
                made += self._unpack(piece, room + 1 - len(made))
                piece = self._engine.unconsumed_tail or self._next_member()
        if len(made) > room:
            raise TooLarge(too_large(self._host))
        return bytes(made)

    def _unpack(self, chunk: bytes, most: int) -> bytes:
        try:
            made = self._engine.decompress(chunk, most)
        except zlib.error:
            if self._started or len(self._forms) == 1:
                raise Unreachable(_broken(self._host)) from None
            self._engine = zlib.decompressobj(self._forms.pop())
            return self._unpack(chunk, most)
        self._started = True
        return made

    def _next_member(self) -> bytes:
        """What follows the end of a gzip member, if it is another; padding and garbage are ignored, as browsers do."""
        rest = self._engine.unused_data
        if not self._engine.eof or (len(rest) < len(_MAGIC) and _MAGIC.startswith(rest)):
            return b""
        if not rest.startswith(_MAGIC) or self._forms != [_GZIP]:
            self._over = True
            return b""
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise Unreachable(_broken(self._host))
        self._engine = zlib.decompressobj(_GZIP)
        return rest


async def read(
    host: str, chunks: AsyncIterator[bytes], encodings: tuple[str, ...], wire: int, decoded: int
) -> bytearray:
    """The whole body, unpacked.

    Raises:
        TooLarge: more than ``wire`` bytes came, or they unpack to more than ``decoded``.
        Unreachable: it is packed in a way that was not asked for, or is broken.
    """
    layers = _layers(host, encodings)
    taken, body = 0, bytearray()
    async for chunk in chunks:
        taken += len(chunk)
        if taken > wire:
            raise TooLarge(too_large(host))
        piece = chunk
        for layer in layers:
            piece = layer.feed(piece, decoded - len(body))
        body += piece
        if len(body) > decoded:
            raise TooLarge(too_large(host))
    return body


def too_large(host: str) -> str:
    """The sentence for a page over the limits."""
    return f"The page on {host} is too large to read: paste the article's text instead."


def _broken(host: str) -> str:
    return f"{host} sent a page that can't be unpacked: paste the article's text."


def _layers(host: str, encodings: tuple[str, ...]) -> tuple[Unpacker, ...]:
    packed = [name for name in encodings if name != "identity"]
    if len(packed) > _MOST_LAYERS or any(name not in _FORMS for name in packed):
        raise Unreachable(f"{host} packs its page in a way that was not asked for: paste the article's text instead.")
    return tuple(Unpacker(host, name) for name in reversed(packed))
