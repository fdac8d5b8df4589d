"""The buckets under which a store files a fingerprint: combinations that few articles have."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from bot.stories.signature import bands

if TYPE_CHECKING:
    from bot.stories.event import Fingerprint

MOST = 24
ALONE, PAIRED, KINDED, KINDS, COUNTRIES = 5, 4, 3, 2, 2


def keys(print_: Fingerprint) -> tuple[str, ...]:
    """At most 24 keys, the rarest first; two articles about one event share some with high probability.

    Bands of the signature find copies; two names together, a name with the kind of event, and a country with kind and
    day find the event in other words. A name alone finds what is told of a village or a company; for one that is
    always in the news, its bucket holds but the latest.
    """
    names = print_.names
    days = print_.days or ((print_.published,) if print_.published else ())
    pairs = ["two:" + "+".join(sorted(pair)) for pair in combinations(names[:PAIRED], 2)]
    kinded = [f"kind:{name}+{kind}" for kind in print_.kinds[:KINDS] for name in names[:KINDED]]
    codes = dict.fromkeys(country[:2] for country in print_.countries[:COUNTRIES])
    dated = [f"day:{code}+{kind}+{day}" for code in codes for kind in print_.kinds[:1] for day in days[:1]]
    alone = [f"name:{name}" for name in names[:ALONE]]
    return tuple(dict.fromkeys((*bands(print_.signature), *pairs, *kinded, *dated, *alone)))[:MOST]
