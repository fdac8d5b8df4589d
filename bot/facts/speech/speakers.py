"""Whose words a quotation holds: the claim before, behind or around it, else the one it continues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.speech import closings
from bot.facts.text import outlets
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from bot.facts.people.coreference import Coreference
    from bot.facts.speech.claim import Claim
    from bot.facts.text.marks import Quotation
    from bot.facts.text.page import Page

BEHIND = 14  # tokens between a closing mark and its "said" at most
_NAMING = frozenset({"call", "dub", "brand", "label", "describe", "term", "deem"})  # these take a name, not a sentence
_QUOTING = frozenset(
    "say tell write tweet add call describe dub brand label term quote read post deem declare joke".split()
)
ASTRAY = 1500  # characters of furniture that may stand between the parts of a quotation whose marks are broken
BETWEEN = 60  # characters between a closing mark and its claim
ASIDE = 90  # characters of a "he said" between two parts of a quotation
BEFORE = 30  # tokens between a "said" and the opening mark at most
_STOP = re.compile(r"[.!?…]\s*$")
_SENTENCE_END = re.compile(r"[.!?…][\"”’']?\s+\S")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A quotation's speaker and outlet, and how sure: ``direct`` when a claim of its own names him."""

    name: str | None
    via: str | None = None
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Speakers:
    """Finds the speakers of a page's quotations, given its claims by the number of their sentence."""

    page: Page
    chain: Coreference
    by_sentence: dict[int, list[Claim]]

    def of(self, quotation: Quotation, previous: tuple[Quotation, Speaker] | None, following: int) -> Speaker:
        """The speaker of one quotation; ``previous`` is the one before, ``following`` where the next one begins."""
        first, last = self.page.tokens(quotation.left, quotation.right)
        gap = self.page.text[previous[0].right : quotation.left] if previous else ""
        caption = self._caption(quotation, last)
        if caption:
            return caption
        behind = self._behind(quotation, last, following)
        before = self._before(quotation, first, previous[0].right if previous else 0)
        if behind and before and outlets.kind_of(behind.name or ""):
            return Speaker(before.name, behind.name, direct=True)
        if behind and not (before and (self._colon(quotation) or not closings.leads_on(self.page.text, quotation))):
            return behind
        if before:
            return before
        return self._labelled(quotation, first) or self._implied(quotation, first, previous, gap)

    def _implied(
        self, quotation: Quotation, first: int, previous: tuple[Quotation, Speaker] | None, gap: str
    ) -> Speaker:
        """The speaker of a quotation without a claim beside it."""
        if previous and self._continues(previous[0], gap):
            return Speaker(previous[1].name, previous[1].via)
        return self._governing(first) or self._introduced(quotation, first)

    def _labelled(self, quotation: Quotation, first: int) -> Speaker | None:
        """'A police spokesman: "…"': a person or a role, a colon, no verb."""
        if not self._colon(quotation):
            return None
        for index in range(first - 2, max(-1, first - 5), -1):
            token = self.page.token[index]
            if token.pos_ in {"NOUN", "PROPN"}:
                known = index in self.chain.people.by_token or token.lower_ in words("human_nouns")
                return Speaker(self.chain.name(token), direct=True) if known else None
        return None

    def _colon(self, quotation: Quotation) -> bool:
        return self.page.text[max(0, quotation.left - 3) : quotation.left - 1].rstrip().endswith(":")

    def _behind(self, quotation: Quotation, last: int, following: int) -> Speaker | None:
        """'"…," he said' and '"…," said Roe': the nearest claim right behind the closing mark."""
        text = self.page.text
        ended, leads_on = closings.is_ended(text, quotation), closings.leads_on(text, quotation)
        number = self.page.of_token[min(last, len(self.page.of_token) - 1)]
        for near in (number, number + 1):
            for claim in self.by_sentence.get(near, ()):
                verb = self.page.token[claim.verb]
                if (
                    verb.lemma_ in _NAMING
                    or verb.pos_ == "NOUN"
                    or (ended and not closings.only_tells(self.page, claim))
                ):
                    continue
                start = min(claim.verb, claim.head)
                if not last <= start <= last + BEHIND or self.page.token[start].idx > following:
                    continue
                between = text[quotation.right + 1 : self.page.token[start].idx]
                apart = re.search(r"[.!?:;][\"”’']?\s", between) or ("\n" in between and not leads_on)
                if not apart and len(between) < BETWEEN:
                    chosen = self._better(claim, near, last)
                    return Speaker(chosen.name or None, chosen.via or self._carrier(near, chosen), direct=True)
        return None

    def _better(self, claim: Claim, number: int, last: int) -> Claim:
        """In '"…," the paper reported Roe as writing', Roe: what an outlet carried comes before the outlet's own."""
        for other in self.by_sentence.get(number, ()):
            below = other.verb > claim.verb and other.head > last and other.verb - claim.verb <= BEHIND
            if below and (other.via or self.page.token[other.verb].dep_ == "pcomp"):
                return other
        return claim

    def _before(self, quotation: Quotation, first: int, floor: int) -> Speaker | None:
        """'Roe said: "…"' and 'Roe said that it was "…"': the last claim before the mark, in the same sentence."""
        number = self.page.sentence_at(max(0, quotation.left - 2)).number
        found = None
        for claim in self.by_sentence.get(number, ()):
            ends = max(claim.verb, claim.head)
            if ends >= first or first - ends > BEFORE:
                continue
            between = self.page.text[self.page.token[claim.verb].idx : quotation.left - 1]
            inner = found is not None and found.name and self._is_told(claim, found, between)
            if not inner and not _SENTENCE_END.search(between) and not _STOP.search(between):
                found = claim
        if found is None:
            return None
        spoken = [c for c in self.by_sentence.get(number, ()) if c.verb < found.verb and not outlets.kind_of(c.name)]
        if outlets.kind_of(found.name) and spoken and self.page.token[found.verb].lower_ == "according":
            return Speaker(spoken[-1].name, found.name, direct=True)
        if self.page.token[found.verb].lower_ == "according" and self.page.token[found.verb].idx < floor:
            return None
        return Speaker(found.name or None, found.via or self._carrier(number, found), direct=True)

    def _is_told(self, claim: Claim, outer: Claim, between: str) -> bool:
        """In 'Roe said that Poe rejects "any delay"', Poe's: told by somebody, and with a verb that quotes nobody."""
        verb = self.page.token[claim.verb]
        quotes = between.rstrip().endswith((":", ",")) or verb.pos_ == "NOUN" or verb.lemma_ in _QUOTING
        return not quotes and any(up.i == outer.verb for up in grammar.ancestors(verb))

    def _carrier(self, number: int, claim: Claim) -> str | None:
        """An outlet that another claim of the same sentence names: '…, Reuters reported', 'according to KCNA'."""
        for other in self.by_sentence.get(number, ()):
            if other is not claim and other.name != claim.name and outlets.kind_of(other.name):
                return other.name
        return None

    def _continues(self, before: Quotation, gap: str) -> bool:
        """Whether nothing of its own stands between two quotations: marks, a claim, or a paragraph's end."""
        bare = gap.strip(" \n\t\"“”'‘’")
        return (
            not bare
            or (not before.closed and len(gap) < ASTRAY)
            or (
                any(map(str.isalpha, bare))
                and len(bare) < ASIDE
                and not re.search(r"[.!?]\s+\S", bare)
                and bare.endswith(".")
            )
        )

    def _governing(self, first: int) -> Speaker | None:
        """The claim whose verb stands above the quotation's first word in the parse."""
        if first >= len(self.page.token):
            return None
        above = {token.i for token in grammar.ancestors(self.page.token[first])}
        for claim in self.by_sentence.get(self.page.of_token[first], ()):
            if claim.verb in above:
                return Speaker(claim.name or None, claim.via, direct=True)
        return None

    def _caption(self, quotation: Quotation, last: int) -> Speaker | None:
        """'"…": Roe reacts' and '"…" — Roe, a witness': the name right behind a colon, or a dash and nothing else."""
        if not closings.is_credited(self.page, quotation, last):
            return None
        for index in range(last, min(len(self.page.token), last + BEHIND)):
            person = self.chain.people.by_token.get(index)
            if person:
                return Speaker(person.name, direct=True)
        return None

    def _introduced(self, quotation: Quotation, first: int) -> Speaker:
        """A whole sentence in marks goes to whom the sentence before lets speak."""
        number = self.page.of_token[min(first, len(self.page.token) - 1)] if len(self.page.token) else 0
        claims = self.by_sentence.get(number - 1, []) if closings.is_whole(self.page.text, quotation) else []
        claims = [claim for claim in claims if self.page.token[claim.verb].dep_ != "relcl"]
        return Speaker(claims[-1].name or None, claims[-1].via) if claims else Speaker(None)
