"""A text's signature: equal in most places for two copies of one text, whatever was cut or put before it.

One-permutation minhash (Li, Owen, Zhang: One Permutation Hashing, NIPS 2012) over shingles of four words: each shingle
is hashed once, falls into a bin, and the least value of every bin is kept.
"""

from __future__ import annotations

from zlib import crc32

SHINGLE = 4  # words
BINS = 24
BANDS, BAND = 4, 4  # keys of a signature, and the bins that each covers: few, for copies share their names, too
EMPTY = -1  # a bin into which nothing fell


def signature(words: list[str]) -> tuple[int, ...]:
    """The least hash of every bin, or -1; of a text of fewer than four words nothing but -1."""
    bins = [EMPTY] * BINS
    for index in range(len(words) - SHINGLE + 1):
        value = crc32(" ".join(words[index : index + SHINGLE]).encode("utf-8", "replace"))
        place, rest = value % BINS, value // BINS
        if bins[place] == EMPTY or rest < bins[place]:
            bins[place] = rest
    return tuple(bins)


def bands(signed: tuple[int, ...]) -> tuple[str, ...]:
    """Keys of which two copies share at least one with high probability; none for a band with an empty bin."""
    parts = [signed[index * BAND : (index + 1) * BAND] for index in range(BANDS)]
    return tuple(
        f"copy:{index}:{crc32(repr(part).encode()):x}" for index, part in enumerate(parts) if EMPTY not in part
    )


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """An estimate of the share of shingles that two texts have in common, 0..1."""
    filled = [(here, there) for here, there in zip(one, other, strict=True) if EMPTY not in (here, there)]
    return sum(here == there for here, there in filled) / BINS if filled else 0.0
