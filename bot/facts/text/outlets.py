"""Which names are outlets: by a list of those that news texts draw on, else by the words that such names end with."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from bot.facts.text.lexicon import table

_LAST = re.compile(
    r"\b(?:times|post|herald|tribune|journal|telegraph|gazette|chronicle|news|press|newspaper|magazine|broadcaster|"
    r"tv|television|radio|agency|weekly|daily|news agency|website|media|outlets?|standard|guardian|courier|mail)$"
)
# "state-run", and what is: both without what stands between them and the outlet's name.
STATE = r"\bstate(?:-(?:run|owned|controlled|backed))?\s+"
MEDIUM = r"(?:news|media|tv|television|radio|broadcaster|newspaper|agency)"
_STATE = re.compile(rf"{STATE}{MEDIUM}\b")
_NOT_MEDIA = re.compile(
    r"\b(?:intelligence|space|social|energy|atomic|security|environment|aid|welfare|drug|tax|un|police|protection)\b"
)
OutletKind = Literal["news_agency", "state_media"]
LONGEST = 60  # characters of an outlet's name


def kind_of(name: str) -> OutletKind | None:
    """``news_agency`` or ``state_media`` for an outlet's name, else None."""
    plain = re.sub(r"^(?:the|a|an)\s+|['’]s$", "", name.strip().lower())
    known = _listed()
    named = len(plain) < LONGEST and any(map(str.isupper, name))
    if (named and plain in known) or (named and f"the {plain}" in known):
        return known.get(plain) or known[f"the {plain}"]
    if _STATE.search(plain):
        return "state_media"
    for word in re.findall(r"\b[A-Z]{3,}\b", name):
        if word.lower() in known:
            return known[word.lower()]
    if not named or not _LAST.search(plain) or _NOT_MEDIA.search(plain):
        return None
    return next((kind for key, kind in known.items() if " " in key and key in plain), "news_agency")


@cache
def _listed() -> dict[str, OutletKind]:
    return {name: cast("OutletKind", kind) for name, kind in table("outlets").items()}
