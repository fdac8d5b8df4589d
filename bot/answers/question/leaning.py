"""What leans on an earlier question, and on whom."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.question.cues import BE, DO, SPEECH
from bot.answers.question.value import Focus

if TYPE_CHECKING:
    from bot.answers.question.value import Kind, Wish

_FOLLOWING = re.compile(r"^(?:(?:and|or|but|also|so|what about|how about) )+(?:(?:for|in|of|with|at) )?(?P<rest>.+)$")
_ABOUT = re.compile(r"^(?:(?:and|but|so) )*(?:what|how) about (?P<rest>.+)$")
_PRONOUNS = frozenset(
    "he she they it him her them his its their hers theirs this that these those there one ones".split()
)
_SAID_BY = re.compile(
    rf"^what (?:else )?(?:{DO}|{BE}) (?P<done>.+?) (?:actually |just |really |also |now )?(?:{SPEECH}|saying|tweeting"
    r"|writing|claiming|announcing)\b|^.*?(?:quotes?|quotations?|statements?|comments?|reactions?|remarks?) "
    r"(?:by|from|of) (?P<by>.+?)(?: (?:on|about) .*)?$"
)
_TOLD_OF = re.compile(rf"^(?:who|what) (?:exactly )?{BE} (?P<whom>.+)$")
_ALONE = re.compile(
    r"(?:(?:and|but|so|by|for|since|from|until|with|to) )*(?:who|whom|when|where|why|how(?: (?:many|much|long|often))?)"
    r"\W*$"
)
_LEANT = 0.5
"""What a focus word of the question before weighs here, as a share of what it weighed there."""


def subject_of(plain: str, kind: Kind) -> str | None:
    """Whom or what a question names as what it is about: who is asked to have spoken, whom "who is" asks for."""
    if kind == "said" and (said := _SAID_BY.match(plain)):
        return said["done"] or said["by"]
    if kind in {"person", "what"} and (told := _TOLD_OF.match(plain)):
        return told["whom"]
    return None


def lean(wish: Wish, plain: str, before: Wish) -> Wish:
    """A follow-up takes kind and focus of the question before, or the subject that its pronoun stands for."""
    has = {lemma for lemma, _ in wish.focus}
    more = tuple(Focus(lemma, weight * _LEANT) for lemma, weight in before.focus if lemma not in has)
    if rest := _rest(wish, plain):
        return _another(wish, rest, before, more)
    if before.subject and _PRONOUNS.intersection(plain.split()):
        about = set(before.subject.lower().split())
        subject = before.subject if (wish.subject or "it").lower() in _PRONOUNS else wish.subject
        kept = tuple(word for word in more if word.lemma in about)
        return replace(wish, focus=(*wish.focus, *kept), subject=subject, leans=True)
    alone = _ALONE.match(plain) and not wish.focus
    if alone or (len(wish.focus) <= 1 and not wish.names and _PRONOUNS.intersection(plain.split())):
        return replace(wish, focus=(*wish.focus, *more), leans=True)
    return wish


def _rest(wish: Wish, plain: str) -> str | None:
    """What follows "and" or "what about" when nothing else says what is asked."""
    found = _ABOUT.match(plain) or (_FOLLOWING.match(plain) if wish.types[0] == "clause" else None)
    return found["rest"] if found else None


def _another(wish: Wish, rest: str, before: Wish, more: tuple[Focus, ...]) -> Wish:
    """The same of another: a name takes the place of the name before."""
    gone = {name.lower() for name in before.names} if wish.names else set()
    return replace(
        wish,
        kind=before.kind,
        types=before.types,
        noun=before.noun,
        verb=before.verb,
        verbs=before.verbs,
        role=before.role,
        gap=before.gap,
        preposition=before.preposition,
        plural=before.plural,
        focus=(*wish.focus, *(word for word in more if word.lemma not in gone)),
        subject=rest,
        leans=True,
    )
