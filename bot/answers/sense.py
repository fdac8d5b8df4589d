"""What can't be the answer, whatever stands near it: a title for a place, weeks for countries, who did it for what.

The ranker weighs; here a few plain rules rule out. A stretch that breaks one is dropped, and where all are dropped the
article does not say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.question.nouns import TYPE_OF
from bot.answers.spans.tree import tree_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers.question.value import Wish
    from bot.answers.spans.choose import Chosen
    from bot.answers.spans.tree import Tree
    from bot.model import Dossier

_WHERE = frozenset(
    "in at on near from to into inside outside across around between behind beside beyond off over through toward "
    "towards under via within along above below aboard throughout".split()
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BODIES = frozenset({"ORG", "EVENT"})  # where something can be, as at a museum or a fair
_WHEN = frozenset("when after before during while as on at in since until till by once following between from".split())
_UNITS = frozenset("second minute hour day week month year decade century".split())
_POINTS = frozenset("ago later earlier after before next last this previous following then past".split())
_MONEY = frozenset("dollar pound euro yuan yen cent percent % $ £ €".split())
_LINKS = frozenset(", ( – — - : is was are were be a an the who as".split())
_LIGHT = frozenset("be do have get any there go make".split())
STEM = 5  # letters by which verbs are compared: "agree" and "agreement"
_HEAVY = 1.5  # the weight from which a focus word is a name, or what no other article has
_SPAN = re.compile(r"(?:\d|\w)-(?:second|minute|hour|day|week|month|year|decade)s?(?:-old)?$")  # "a 14-year rule"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NEAR = 3  # words between a name and what tells who that is


class Stretch(NamedTuple):
    """A chosen stretch in its sentence: its first and last place, and that of its head."""

    tree: Tree
    first: int
    last: int
    head: int

    @property
    def before(self) -> str:
        """The word before it, small; empty at the beginning."""
        return self.tree.words[self.first - 1].lower() if self.first else ""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, small."""
        return tuple(word.lower() for word in self.tree.words[self.first : self.last + 1])


def sensible(wish: Wish, chosen: Sequence[Chosen], dossier: Dossier) -> tuple[Chosen, ...]:
    """Those of the chosen stretches that can be an answer, in their order."""
    rules = (_RULES.get(wish.kind), _no_doer)
    kept = []
    for each in chosen:
        stretch = _stretch(each, dossier)
        if stretch is None or all(rule is None or rule(wish, stretch) for rule in rules):
            kept.append(each)
    return tuple(kept)


def _stretch(chosen: Chosen, dossier: Dossier) -> Stretch | None:
    reading, evidence = dossier.reading, chosen.evidence
    tree = tree_of(dossier.article.text, reading, reading.sentences[chosen.place])
    inside = [at for at, token in enumerate(tree.tokens) if evidence.start <= token.start < evidence.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    head = next((at for at in inside if not first <= tree.heads[at] <= last), first)
    return Stretch(tree, first, last, head)


def _place(wish: Wish, at: Stretch) -> bool:
    """A place by its name or noun, or what a word for a place leads to."""
    if wish.noun or wish.types[:1] != ("place",):  # which country, whose street: its nouns are many
        return True
    labels = set(at.tree.labels[at.first : at.last + 1])
    if (labels & _PLACES and at.tree.labels[at.head] != "PERSON") or at.tree.labels[at.head] in _BODIES:
        return True
    led = at.before in _WHERE or at.words[0] in _WHERE
    return led or TYPE_OF.get(at.tree.tokens[at.head].lemma.lower()) == "place"


def _time(_: Wish, at: Stretch) -> bool:
    """A point in time: not how long something took."""
    lemmas = {token.lemma.lower() for token in at.tree.tokens[at.first : at.last + 1]}
    if _SPAN.search("".join(at.words)):
        return False
    if not lemmas & _UNITS or set(at.words) & _POINTS:
        return True
    beyond = at.tree.words[at.last + 1].lower() if at.last + 1 < len(at.tree.words) else ""
    return beyond in _POINTS or at.before not in {"for", "than", "in"} or at.words[0] in {"the", "a"}


def _count(wish: Wish, at: Stretch) -> bool:
    """Not weeks, where countries are counted."""
    asked = (wish.noun or "").lower()
    if wish.types[:1] != ("number",) or not asked or asked in _UNITS:
        return True
    numbers = [place for place in range(at.first, at.last + 1) if at.tree.tokens[place].pos == "NUM"]
    if numbers and at.tree.words[numbers[-1] + 1 : numbers[-1] + 2] == ("-",):  # of "three-way talks"
        return False
    if numbers == [] and any(_ORDINAL.fullmatch(word) for word in at.words):
        return False
    counted = {at.tree.tokens[at.tree.heads[place]].lemma.lower() for place in numbers}
    return not counted or bool(counted - _UNITS - _MONEY)


def _definition(wish: Wish, at: Stretch) -> bool:
    """What stands beside the name that is asked about, not beside another's."""
    asked = {word.lower() for word in (wish.subject or "").split() if word.lower() not in _LINKS}
    words = [word.lower() for word in at.tree.words]
    spots = [place for place, word in enumerate(words) if word in asked]
    if not spots:
        return not asked or at.tree.labels[at.first] != "PERSON"
    if any(at.first <= place <= at.last for place in spots):
        return True
    return any(_beside(words, place, at) for place in spots)


def _who(wish: Wish, at: Stretch) -> bool:
    """Of "who are the analysts" what stands beside them."""
    return wish.verb != "be" or wish.role != "attr" or not wish.subject or _definition(wish, at)


def _beside(words: list[str], place: int, at: Stretch) -> bool:
    between = words[place + 1 : at.first] if place < at.first else words[at.last + 1 : place]
    return len(between) <= _NEAR and all(word in _LINKS or word in {"’s", "'s"} for word in between)


def _deed(wish: Wish, at: Stretch) -> bool:
    """A sentence in which what is asked about happens, or does not, to those who are named: it has the words."""
    lemmas = {token.lemma.lower()[:STEM] for token in at.tree.tokens} | {word.lower()[:STEM] for word in at.tree.words}
    if any(lemma[:STEM] not in lemmas for lemma, weight in wish.focus if weight >= _HEAVY):
        return False
    return not wish.verb or wish.verb in _LIGHT or wish.verb[:STEM] in lemmas


def _no_doer(wish: Wish, at: Stretch) -> bool:
    """Not who does it, where what is done is asked for."""
    if wish.kind not in {"what", "how", "why"} or not wish.verb or wish.role not in {"dobj", "pobj"}:
        return True
    token = at.tree.tokens[at.head]
    return token.dep != "nsubj" or at.tree.tokens[at.tree.heads[at.head]].lemma.lower() != wish.verb


_RULES: dict[str, Callable[[Wish, Stretch], bool]] = {
    "where": _place,
    "when": _time,
    "how_many": _count,
    "how_much": _count,
    "person": _definition,
    "who": _who,
    "yes_no": _deed,
}
