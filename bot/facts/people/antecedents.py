"""What a pronoun or a role points back to. No answer beats a wrong one.

Rule-based, in the manner of Hobbs' and of Lappin and Leass' salience: main subjects before other mentions, near
sentences before far ones, and only what agrees in number and gender. A pronoun that is a subject stands for whom it
means, so that he stays in view (the centre of Grosz, Joshi and Weinstein). Looks a few sentences and a stretch of each
back, so that it stays linear.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.facts.people.agreement import is_body, is_epithet, is_firm, is_human, is_many, is_modified, rank
from bot.facts.text.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from bot.facts.people.mentions import Mentions

REACH, FAR = 4, 16  # sentences outside quotations, and all of them
STRETCH = 120  # tokens of a sentence that are looked at


@dataclass(slots=True)
class Antecedents:
    """Looks back from a mention; remembers whom each subject means, and how far the text was read."""

    mentions: Mentions
    meant: dict[int, str | None] = field(default_factory=dict)
    spoke: set[int] = field(default_factory=set)
    read: int = 0

    def speaking(self, head: Token, name: str) -> None:
        """Remember whom the subject of a claim means."""
        self.meant[head.i] = name
        self.spoke.add(head.i)

    def person(self, head: Token, pronoun: str) -> str | None:
        """The nearest person that a singular pronoun can mean: a main subject, a subject, else the only one there."""
        for token in self.mentions.page.token[
            self.read : head.i
        ]:  # in the order of the text: each finds those before it
            if self.mentions.page.quoted[token.i] or token.i in self.meant or not rank(token):
                continue
            if token.lower_ in {"he", "she"}:
                self.meant[token.i] = self._person(token, token.lower_)
            elif is_epithet(token) and (name := self._person(token, table("gendered_nouns").get(token.lower_, ""))):
                self.meant[token.i] = name
        self.read = max(self.read, head.i)
        return self.meant[head.i] if head.i in self.meant else self._person(head, pronoun)

    def _person(self, head: Token, pronoun: str) -> str | None:
        page = self.mentions.page
        here, aside = page.of_token[head.i], None
        for number in self._back(head):
            if page.sentences[number].title and here > REACH:
                break
            found = list(self._people(number, head, pronoun))
            best = max((rank for _, rank in found), default=0)
            if aside:  # named beside the subjects only: who spoke before is meant rather than he
                if said := self._spoken(number, head, pronoun):
                    return said
                continue
            subjects = [name for name, rank in found if rank == best and rank]
            if subjects:
                return subjects[-1]
            names = list(dict.fromkeys(name for name, _ in found if name))
            if names and (number != here or len(names) == 1):
                aside = names[0]
                if len(names) > 1 and not pronoun:
                    return None
        return aside

    def group(self, head: Token) -> str | None:
        """The nearest plural subject, or one that names many: "the family"."""
        return self._subject(head, is_many)

    def thing(self, head: Token) -> str | None:
        """The nearest subject that is an organisation."""
        return self._subject(head, is_body)

    def firm(self, head: Token) -> str | None:
        """The nearest subject that is a named organisation and no outlet."""
        return self._subject(head, is_firm)

    def several(self, head: Token) -> str | None:
        """The people of whom "one" or "another" is one: "friends"."""
        page = self.mentions.page
        for number in self._back(head):
            for token in reversed(list(self._tokens(number, head.i))):
                acting = rank(token) or token.head.dep_ == "agent"
                if acting and token.pos_ == "NOUN" and not page.quoted[token.i] and is_human(token):
                    return self.mentions.words(token)
        return None

    def fuller(self, head: Token) -> str | None:
        """The fuller phrase with the same noun: "a company spokesman" for "the spokesman"."""
        page = self.mentions.page
        for number in self._back(head):
            for token in reversed(list(self._tokens(number, head.i - 1))):
                if token.lower_ == head.lower_ and not page.quoted[token.i] and is_modified(token):
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
        """The sentences before a mention, nearest first; what somebody says in between takes nothing out of view."""
        page, near = self.mentions.page, 0
        number = page.of_token[head.i]
        for earlier in range(number, max(-1, number - FAR), -1):
            yield earlier
            sentence = page.sentences[earlier]
            near += not (page.quoted[sentence.first] and page.quoted[sentence.last - 1])
            if near == REACH:
                return

    def _tokens(self, number: int, before: int) -> Iterator[Token]:
        """The tokens of a sentence up to an index, the last stretch of them."""
        sentence = self.mentions.page.sentences[number]
        last = min(sentence.last, before)
        return iter(self.mentions.page.token[max(sentence.first, last - STRETCH) : max(sentence.first, last)])

    def _people(self, number: int, head: Token, pronoun: str) -> Iterator[tuple[str | None, int]]:
        """(name, rank) of the people of a sentence who agree, outside quotations; no name for a subject's riddle."""
        by_token = self.mentions.people.by_token
        for token in self._tokens(number, head.left_edge.i):
            if self.mentions.page.quoted[token.i]:
                continue
            person = by_token.get(token.i)
            if token.i in self.meant:
                near = token.pos_ == "PRON" and number == self.mentions.page.of_token[head.i]
                if not near and self._agrees(token, self.meant[token.i], pronoun):
                    yield self.meant[token.i], rank(token)
            elif token.lower_ == head.lower_:
                continue
            elif person:
                if self._agrees(token, person.name, pronoun) and token.i + 1 not in by_token:
                    yield person.name, rank(token)
            elif self._is_nameless(token) and self._agrees(token, None, pronoun):
                yield self.mentions.words(token), rank(token)

    def _is_nameless(self, token: Token) -> bool:
        """Whether a noun is a subject that means a person without a name."""
        return bool(rank(token)) and token.tag_ == "NN" and is_human(token) and not self.mentions.beside(token)

    def _spoken(self, number: int, head: Token, pronoun: str) -> str | None:
        """Who agrees and said something in a sentence, the last one."""
        spoke = [token for token in self._tokens(number, head.i) if token.i in self.spoke and rank(token)]
        found = [token for token in spoke if self._agrees(token, self.meant[token.i], pronoun)]
        return self.meant[found[-1].i] if found else None

    def _agrees(self, token: Token, name: str | None, pronoun: str) -> bool:
        """Whether a mention agrees with a pronoun; the empty one agrees with all."""
        person = self.mentions.people.named(name or "")
        told = table("gendered_nouns").get(token.lower_, "") if token.pos_ != "PRON" else token.lower_
        told = person.pronoun if person and person.pronoun else told
        return not pronoun or told in {"", pronoun}

    def _subject(self, head: Token, fits: Callable[[Token], bool]) -> str | None:
        for number in self._back(head):
            for token in reversed(list(self._tokens(number, head.i))):
                if rank(token) and fits(token) and not self.mentions.page.quoted[token.i]:
                    return self.mentions.words(token)
        return None
