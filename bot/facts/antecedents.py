"""What a pronoun or a role points back to. No answer beats a wrong one.

Rule-based, in the manner of Hobbs' and of Lappin and Leass' salience: main subjects before other mentions, near
sentences before far ones, and only what agrees in number and gender. Looks a few sentences and a stretch of each back,
so that it stays linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from bot.facts.mentions import Mentions

REACH = 4  # sentences
STRETCH = 120  # tokens of a sentence that are looked at
_GROUPS = frozenset("family police company government ministry firm group team party campaign".split())
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Looks back from a mention."""

    mentions: Mentions

    def person(self, head: Token, pronoun: str) -> str | None:
        """The nearest person that a singular pronoun can mean: a main subject, a subject, else the only one there."""
        page = self.mentions.page
        here = page.of_token[head.i]
        for number in self._back(head):
            if page.sentences[number].title and here > REACH:
                return None
            found = list(self._people(number, head, pronoun))
            best = max((rank for _, rank in found), default=0)
            subjects = [name for name, rank in found if rank == best and rank]
            if subjects:
                return subjects[-1]
            names = list(dict.fromkeys(name for name, _ in found))
            if names and number != here:
                return names[0] if len(names) == 1 or pronoun else None
        return None

    def group(self, head: Token) -> str | None:
        """The nearest plural subject, or one that names many: "the family"."""
        return self._subject(head, _is_many)

    def thing(self, head: Token) -> str | None:
        """The nearest subject that is an organisation."""
        return self._subject(head, _is_body)

    def fuller(self, head: Token) -> str | None:
        """The fuller phrase with the same noun: "a company spokesman" for "the spokesman"."""
        page = self.mentions.page
        for number in self._back(head):
            for token in reversed(list(self._tokens(number, head.i - 1))):
                if token.lower_ == head.lower_ and not page.quoted[token.i] and _is_modified(token):
                    return self.mentions.words(token)
        return None

    def same(self, head: Token) -> str | None:
        """The one without a name whom the same noun introduced: "a doctor" for "the doctor"."""
        page = self.mentions.page
        for number in self._back(head):
            for token in reversed(list(self._tokens(number, head.i - 1))):
                article = any(child.dep_ == "det" and child.lower_ in {"a", "an", "one"} for child in token.lefts)
                if token.lower_ == head.lower_ and article and rank(token) and not page.quoted[token.i]:
                    return self.mentions.words(token)
        return None

    def _back(self, head: Token) -> Iterator[int]:
        number = self.mentions.page.of_token[head.i]
        return iter(range(number, max(-1, number - REACH), -1))

    def _tokens(self, number: int, before: int) -> Iterator[Token]:
        """The tokens of a sentence up to an index, the last stretch of them."""
        sentence = self.mentions.page.sentences[number]
        last = min(sentence.last, before)
        return iter(self.mentions.page.doc[max(sentence.first, last - STRETCH) : max(sentence.first, last)])

    def _people(self, number: int, head: Token, pronoun: str) -> Iterator[tuple[str, int]]:
        """(name, rank) of the people of a sentence who agree, outside quotations."""
        by_token = self.mentions.people.by_token
        for token in self._tokens(number, head.i):
            if self.mentions.page.quoted[token.i] or token.lower_ == head.lower_:
                continue
            person = by_token.get(token.i)
            if person:
                if person.pronoun in {"", pronoun} and token.i + 1 not in by_token:
                    yield person.name, rank(token)
            elif rank(token) and token.tag_ == "NN" and _fits(token, pronoun) and not self.mentions.beside(token):
                yield self.mentions.words(token), rank(token)

    def _subject(self, head: Token, fits: Callable[[Token], bool]) -> str | None:
        for number in self._back(head):
            for token in reversed(list(self._tokens(number, head.i))):
                if rank(token) and fits(token) and not self.mentions.page.quoted[token.i]:
                    return self.mentions.words(token)
        return None


def rank(token: Token) -> int:
    """2 for the subject of a main clause, 1 for that of another, else 0; an apposition has the rank of its noun."""
    if token.dep_ == "appos":
        token = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return 0
    return 2 if token.head.dep_ in {"ROOT", "ccomp", "conj"} else 1


def _is_many(token: Token) -> bool:
    many = token.tag_ in {"NNS", "NNPS"} or token.lower_ in _GROUPS or token.ent_type_ == "ORG"
    return many and token.pos_ != "PRON"


def _is_body(token: Token) -> bool:
    return token.ent_type_ == "ORG" or token.lower_ in _GROUPS


def _is_modified(token: Token) -> bool:
    before = any(child.dep_ in _MODIFIERS for child in token.lefts)
    return before or any(child.dep_ == "prep" and child.lower_ == "of" for child in token.rights)


def _fits(token: Token, pronoun: str) -> bool:
    """Whether a noun means a person who agrees with the pronoun."""
    return token.lower_ in words("human_nouns") and table("gendered_nouns").get(token.lower_, pronoun) == pronoun
