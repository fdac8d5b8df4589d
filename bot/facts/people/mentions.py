"""The words of a mention, and the person that stands right beside a role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar.grammar import end_of_name, phrase
from bot.facts.grammar.names import PARTICLES
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from bot.facts.people.people import People, Person
    from bot.facts.text.page import Page

NAME = 80  # characters of a name before its acronym
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{0,6}[A-Z])\)")
_MANY = frozenset({"people", "women", "men", "children"})
_CAPITAL = re.compile(r"[A-Z][\w’'-]*")
_SMALL_ONLY = re.compile(r"[a-z ]*")


@dataclass(frozen=True, slots=True)
class Mentions:
    """A page's people, and the acronyms that it explains with their full names."""

    page: Page
    people: People
    aliases: dict[str, str]

    def beside(self, head: Token) -> Person | None:
        """The person that a role stands with: "a spokesman, Jon Roe", "Jon Roe, head of …", "singer Jo Roe"."""
        if head.dep_ == "appos" and head.head.i in self.people.by_token:
            return self.people.by_token[head.head.i]
        single = head.tag_ == "NN" or head.lower_ in words("human_nouns")
        for child in head.children:
            if single and child.dep_ in {"appos", "flat"} and child.i in self.people.by_token:
                return self.people.by_token[child.i]
        if head.lower_ not in words("human_nouns"):
            return None
        return self.people.by_token.get(head.i + 1) or self._bracketed(head)

    def _bracketed(self, head: Token) -> Person | None:
        """The name between a role and the next comma or full stop, whatever the parse: "cried a guard, Jon Roe."."""
        doc, index = self.page.doc, head.i + 2
        if head.tag_ != "NN" or index >= len(doc) or doc[index - 1].text != ",":
            return None
        person = self.people.by_token.get(index)
        while person and index < len(doc) and self.people.by_token.get(index) is person:
            index += 1
        return person if person and (index == len(doc) or doc[index].text in {",", "."}) else None

    def words(self, head: Token) -> str:
        """The mention's own words: without its article, a name also without its owner ("China's Xinhua")."""
        first, last = phrase(head, joined=head.tag_ in {"NNS", "NNPS"})
        doc = self.page.doc
        if head.pos_ == "PROPN":
            owners = [i for i in range(first, head.i) if doc[i].tag_ == "POS" and not _is_shared(doc[i])]
            first = owners[-1] + 1 if owners else first
        quoted = [i for i in range(first, head.i) if self.page.quoted[i] or (doc[i].is_quote and doc[i].tag_ != "POS")]
        first = quoted[-1] + 1 if quoted else first
        while first < head.i and doc[first].lower_ in {"the", "a", "an", "some", "one"}:
            first += 1
        first = _bare(doc, first, head)
        while last - 1 > head.i and doc[last - 1].is_punct:
            last -= 1
        last = end_of_name(doc[last - 1]) if head.ent_iob_ != "O" else last
        while last - 1 > head.i and doc[last - 1].tag_ == "POS":
            last -= 1
        left, right = self.page.span(first, last)
        said = self.page.text[left:right]
        return self.aliases.get(said, said)

    def letters(self, token: Token) -> str:
        """A token as the article spells it."""
        return self.page.text[token.idx : token.idx + len(token)]


def _bare(doc: Doc, first: int, head: Token) -> int:
    """Where a name begins behind what merely describes it: "state-run Northland Agency", "tearful Ada Roe"."""
    begin = first
    while begin < head.i and (doc[begin].text.islower() or doc[begin].is_punct):
        begin += 1
    before = doc[begin - 1]
    whole = begin > first and doc[begin].ent_iob_ == "B" and head.ent_iob_ == ("I" if begin < head.i else "B")
    hyphened = any(token.text == "-" for token in doc[first:begin])
    described = hyphened or head.ent_type_ == "PERSON" or before.lemma_ in words("human_nouns")
    return begin if whole and described and before.lower_ not in PARTICLES else first


def _is_shared(mark: Token) -> bool:
    """Whether an owner is part of the name: "the People's Daily", "the Women's Institute"."""
    owner = mark.doc[mark.i - 1]
    return mark.text in {"'", "’"} or owner.tag_ in {"NNS", "NNPS"} or owner.lower_ in _MANY


def acronyms(page: Page) -> dict[str, str]:
    """Acronyms and the full names before their brackets: "Korean Broadcasting System (KBS)"."""
    return dict(_explained(page.text))


def _explained(text: str) -> Iterator[tuple[str, str]]:
    for match in _ACRONYM.finditer(text):
        letters = "".join(filter(str.isupper, match[1]))
        before = list(_CAPITAL.finditer(text, max(0, match.start() - NAME), match.start()))[-len(letters) :]
        initials = "".join(word[0][0] for word in before)
        if initials == letters and _SMALL_ONLY.fullmatch(text, before[-1].end(), match.start()):
            yield match[1], text[before[0].start() : match.start()].strip()
