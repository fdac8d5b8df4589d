"""What an answer looks like, whatever its grammar: a year, a month, a clock, a sum, a share, a measure, a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.spans.scene import Scene

_LONGEST = 8  # words looked at
_SIGNS: dict[str, str] = {
    "M": "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec",
    "D": "monday tuesday wednesday thursday friday saturday sunday",
    "R": "today yesterday tomorrow tonight ago now recently currently earlier later soon",
    "U": "second minute hour day week month year decade century",
    "L": "metre meter kilometre kilometer mile foot feet inch km m ft mph tonne ton kg gram litre acre hectare degree "
    "mm cm",
    "$": "$ £ € dollar pound euro cent pence yuan yen krone rupee",
    "%": "percent percentage %",
    "T": "am pm a.m. p.m. noon midnight",
}
_SIGN_OF: dict[str, str] = {word: sign for sign, words in _SIGNS.items() for word in words.split()}
_YEAR = re.compile(r"1\d{3}|20\d\d|2100")
_PRICE = re.compile(r"[$£€]|(?:US|A|C|NZ|HK|S|R|PS|Rs|EUR|GBP|USD)[$.]?\d[\d,.]*(?:m|bn|k)?$")
"""A sum; "PS" is what some pages make of the pound's sign."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:am|pm)?|\d{1,2}(?:am|pm)")


def shape_of(scene: Scene, first: int, last: int) -> str:
    """Letters for what the words have in them, in alphabetical order; else whether they begin with a capital."""
    signs: set[str] = set()
    for at in range(first, min(last, first + _LONGEST) + 1):
        signs.update(_signs(scene.tree.words[at], scene.lemmas[at], scene.tree.tokens[at].pos))
    if signs:
        return "".join(sorted(signs))
    return "Cap" if scene.tree.words[first][:1].isupper() and first else "low"


def _signs(word: str, lemma: str, pos: str) -> str:
    found = _SIGN_OF.get(lemma, "")
    if found == "M" and not word[:1].isupper():
        found = ""
    if _YEAR.fullmatch(word):
        found += "Y"
    elif pos == "NUM" or any(sign.isdigit() for sign in word):
        found += "N"
    if _PRICE.match(word):
        found += "$"
    if word.endswith("%"):
        found += "%"
    return f"{found}T" if _CLOCK.fullmatch(word) else found
