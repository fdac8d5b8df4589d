"""What somebody wants to know, out of a question as typed, its grammar, and the questions before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.question import focus as focusing
from bot.answers.question.cues import FOLLOWING, PERSON, PRONOUNS, SAID_BY
from bot.answers.question.kinds import kind_of
from bot.answers.question.typed import regular
from bot.answers.question.value import AnswerType, Focus, Kind, Wish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Question, Reading

__all__ = ["AnswerType", "Focus", "Kind", "Wish", "understand"]

_LEANT = 0.5
"""What a focus word of the question before weighs here, as a share of what it weighed there."""


def understand(
    question: Question,
    asked: Reading | None = None,
    earlier: Sequence[Wish] = (),
    known: frozenset[str] = frozenset(),
) -> Wish:
    """What is asked. ``asked`` is the question's grammar, ``earlier`` the wishes before it in the thread, latest last.

    ``known`` are the words of the article's names in lower case, by which names are known that somebody types so.
    """
    typed = regular(question.words)
    kind, types, noun = kind_of(typed.plain)
    words = focusing.words_of(question.words, typed.start, typed.end, asked, known)
    subject, verb = _grammar(question.words, typed.start, typed.end, asked)
    wish = Wish(
        words=question.words[typed.start : typed.end].strip(),
        kind=kind,
        types=types,
        subject=_subject(typed.plain, kind) or subject,
        verb=verb,
        noun=noun,
        focus=words.focus,
        names=words.names,
        numbers=words.numbers,
        time=words.time,
        plural=kind == "list" or _plural(noun, typed.plain),
    )
    return _leaning(wish, typed.plain, earlier[-1]) if earlier else wish


def _subject(plain: str, kind: str) -> str | None:
    if kind == "said" and (said := SAID_BY.match(plain)):
        return said["done"] or said["by"]
    if kind in {"person", "what"} and (about := PERSON.match(plain)):
        return about["name"] or about["thing"]
    return None


def _grammar(text: str, start: int, end: int, asked: Reading | None) -> tuple[str | None, str | None]:
    """The subject that is no question word, and the lemma of the main verb, as the parse has them."""
    if asked is None:
        return None, None
    tokens = asked.tokens
    inside = [at for at, token in enumerate(tokens) if start <= token.start and token.end <= end]
    verb = next((at for at in inside if tokens[at].dep == "ROOT" or tokens[at].head == at), None)
    lemma = tokens[verb].lemma.lower() if verb is not None and tokens[verb].pos in {"VERB", "AUX"} else None
    for at in inside:
        if tokens[at].dep in {"nsubj", "nsubjpass"} and not tokens[at].tag.startswith("W"):
            tree = [each for each in inside if each == at or _under(asked, each, at)]
            return text[tokens[tree[0]].start : tokens[tree[-1]].end], lemma
    return None, lemma


def _under(asked: Reading, at: int, top: int) -> bool:
    for _ in range(len(asked.tokens)):
        head = asked.tokens[at].head
        if head == at:
            return False
        if head == top:
            return True
        at = head
    return False


def _plural(noun: str | None, plain: str) -> bool:
    if noun and plain.startswith(("which", "what")) and noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return True
    return plain.startswith(("who are", "who were", "who all", "who attended", "who else", "name "))


def _leaning(wish: Wish, plain: str, before: Wish) -> Wish:
    """A follow-up takes kind and focus of the question before, or the subject that its pronoun stands for."""
    leant = tuple(Focus(lemma, weight * _LEANT) for lemma, weight in before.focus)
    has = {lemma for lemma, _ in wish.focus}
    more = tuple(word for word in leant if word.lemma not in has)
    if FOLLOWING.match(plain) and wish.kind == "what" and not plain.split()[-1:] == ["what"]:
        gone = {name.lower() for name in before.names} if wish.names else set()
        kept = tuple(word for word in more if word.lemma not in gone)
        return replace(
            wish,
            kind=before.kind,
            types=before.types,
            noun=before.noun,
            verb=before.verb,
            focus=(*wish.focus, *kept),
            subject=FOLLOWING.match(plain)[1] or wish.subject,
            leans=True,
        )
    if before.subject and PRONOUNS.intersection(plain.split()):
        about = set(before.subject.lower().split())
        return replace(
            wish,
            focus=(*wish.focus, *(word for word in more if word.lemma in about)),
            subject=before.subject if (wish.subject or "it").lower() in PRONOUNS else wish.subject,
            leans=True,
        )
    if len(wish.focus) <= 1 and not wish.names:
        return replace(wish, focus=(*wish.focus, *more), leans=True)
    return wish
