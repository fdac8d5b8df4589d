"""What a line takes for known that no line above it tells: a surname, "the two firms", "the investigation"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handlers.views.lines import stems
from handlers.views.message import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OPENING = 60  # characters in which somebody not introduced leaves a reader asking who
# A name alone, in the place of an actor: not behind another capital, an article, or a preposition of place.
_ALONE = re.compile(r"(?<![\w.’'-])(?:Mrs?\.? |Ms\.? |Dr\.? )?([A-Z][\w-]{2,})(?=(?:['’]s)?,? [a-z\d])")
_NO_ACTOR = re.compile(r"(?:\b(?i:the|a|an|in|at|near|from|of|into|across|around|on|for)|[A-Z][\w.’'-]*) $")
_SAY = "said|says|added|adds|told|wrote|writes|argued|argues|explained|testified|tweeted|warned|claimed|insisted"
# The same anywhere, where it says something: "…, Rossi said", "… , said Rossi".
_SAYING = re.compile(
    rf"(?<![\w.’'-])(?:Mrs?\.? |Ms\.? |Dr\.? )?([A-Z][\w-]{{2,}}) (?:also |still |later )?(?:{_SAY})\b"
    rf"|\b(?:{_SAY}) (?:Mrs?\.? |Ms\.? |Dr\.? )?([A-Z][\w-]{{2,}})(?=[,.]|$)"
)
# Those told of before: "the two companies", "in those years"; countries are known by their flags.
_AGAIN = re.compile(
    r"\b(?:(?:[Bb]oth|[Tt]he (?:two|three|four|same|latter|former)|[Tt]hose) "
    r"(?!countries|nations|sides|leaders|governments|of\b|who\b)(?:[a-z-]+ )?([a-z]{2,}s)\b(?! and\b)"
    r"|(?:this|that),? too\b)"
)
# A bare thing that a line begins with: "The investigation was sparked …".
_BARE = re.compile(
    r"The ([a-z]{3,}|Republicans?|Democrats?) "
    r"(?:is|are|was|were|has|had|have|will|would|can|could|may|might|came|took|went|began|[a-z]{3,}(?:ed|ts|ks|ves))\b"
)
# Of these there is one, whatever the story, or they are what happened by another name; or who tells it.
_PLAIN = re.compile(
    r"(?:government|president|police|army|military|parliament|public|economy|country|world|weather|court|compan\w+|"
    r"groups?|firms?|city|stud\w+|reports?|researchers|scientists|authors|team|victims?|m[ae]n|wom[ae]n|suspects?|boys?|"
    r"girls?|organi[sz]ation|agency|charity|cause|event|"
    r"mayor|governor|minist\w+|council|judge|jury|prosecutors?|officials?|spokes\w+|family|"
    r"(?:earth)?quakes?|attack\w*|blasts?|bomb\w*|crash|deal|explosions?|fires?|flames|flood\w*|incident|killings?|"
    r"shooting|storms?|talks|vehicle|vote)\Z"
)
_LONGER = re.compile(r"(?!(?:Mrs?|Ms|Dr)\.? $)\b[A-Z][\w.’'-]* $")  # a name goes on: "Chiara Rossi said"
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b(?<!day)(?! [A-Z])")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")


def leans(line: str, told: Iterable[str], before: str, cited: str = "") -> bool:
    """Whether a line speaks of somebody or something that no line ``told`` has, introduced ``before`` in the text.

    "Rossi declined", where only the article has said who Chiara Rossi is, leaves a reader asking who; "both letters",
    which ones. Who only says something may stand among the ``cited``, the names of speakers and sources.
    """
    line, known = clean(line), " ".join(map(clean, told))
    for surname, names in _surnames(line):
        named = re.search(rf"\b{re.escape(surname)}\b", f"{known} {cited}" if names else known)
        if not named and _introduced(surname, before):
            return True
    return _points(_QUOTED.sub('""', line), known)


def _surnames(line: str) -> Iterator[tuple[str, bool]]:
    """Names alone of those who act at a line's beginning, or say something anywhere; and whether they only say it."""
    saying = {match.start(1) if match[1] else match.start(2): match[1] or match[2] for match in _SAYING.finditer(line)}
    for match in _ALONE.finditer(line, 0, OPENING):
        if match.start(1) not in saying and not _NO_ACTOR.search(line[: match.start()]):
            yield match[1], False
    for start, name in saying.items():
        if not _LONGER.search(line[:start]):
            yield name, True


def _points(line: str, known: str) -> bool:
    """Whether it points at things that are not known: those of which nothing before speaks."""
    for match in _AGAIN.finditer(line):
        above = line[: match.start()]
        listed = (
            not match[0].lower().startswith("those") and len(_NAME.findall(above)) > 1
        )  # "Leeds and Hull won, and both clubs …"
        if match[1] is None or (not listed and not stems(match[1]) <= stems(f"{known} {above}")):
            return True
    bare = _BARE.match(line)
    return bare is not None and not _PLAIN.match(bare[1]) and not stems(bare[1]) <= stems(known)


def _introduced(surname: str, before: str) -> bool:
    return re.search(rf"\b[A-Z][\w’'-]{{0,40}}\.? {re.escape(surname)}\b", before) is not None
