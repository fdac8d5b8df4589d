"""Which names are outlets: by a list of those that news texts draw on, else by the words that outlets' names end with."""

from __future__ import annotations

import re

from bot.facts.lexicon import table

_LAST = re.compile(
    r"\b(?:times|post|herald|tribune|journal|telegraph|gazette|chronicle|news|press|newspaper|magazine|broadcaster|"
    r"tv|television|radio|agency|weekly|daily|news agency|website|media|outlets?|standard|guardian|courier|mail)$"
)
_STATE = re.compile(
    r"\bstate(?:-run|-owned|-controlled|-backed)?\s+(?:news|media|tv|television|radio|broadcaster|newspaper|agency)\b"
)
_NOT_MEDIA = re.compile(
    r"\b(?:intelligence|space|social|energy|atomic|security|environment|aid|welfare|drug|tax|un|police|protection)\b"
)


def kind_of(name: str) -> str | None:
    """``news_agency`` or ``state_media`` for an outlet's name, else None."""
    plain = re.sub(r"^(?:the|a|an)\s+|['’]s$", "", name.strip().lower())
    known = table("outlets")
    if plain in known or f"the {plain}" in known:
        return known.get(plain) or known[f"the {plain}"]
    if _STATE.search(plain):
        return "state_media"
    for word in re.findall(r"[\w'-]+", name):
        if len(word) >= 3 and word.isupper() and word.lower() in known:
            return known[word.lower()]
    if (
        len(plain) < 60
        and _LAST.search(plain)
        and not _NOT_MEDIA.search(plain)
        and re.search(r"[A-Z]", name.strip()[:1] + name)
    ):
        parts = [key for key in known if " " in key and key in plain]
        return known[parts[0]] if parts else "news_agency"
    return None
