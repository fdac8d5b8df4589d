"""All extractors over one page: what is found, in one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.figures import figures
from bot.facts.grammar.relevance import relevance_of
from bot.facts.how import how
from bot.facts.key_facts import key_facts
from bot.facts.people.coreference import Coreference
from bot.facts.people.roles import Roles
from bot.facts.quotes import quotes
from bot.facts.sources import sources
from bot.facts.speech.attribution import Attribution
from bot.facts.speech.claims import claims_of
from bot.facts.speech.speakers import Speakers
from bot.facts.upcoming import upcoming
from bot.facts.what import what
from bot.facts.when import when
from bot.facts.where import where
from bot.facts.who import who
from bot.facts.why import why
from bot.model import Findings

if TYPE_CHECKING:
    from bot.facts.text.page import Page


def find(page: Page) -> Findings:
    """Everything that the page states, each with its evidence."""
    if not page.sentences:
        return Findings()
    chain = Coreference.of(page)
    roles = Roles(page)
    claims = list(claims_of(page, chain))
    attribution = Attribution(page, claims)
    relevance = relevance_of(page)
    said = list(quotes(page, Speakers(page, chain, attribution.by_sentence)))
    facts = (
        *who(page, attribution, chain, roles, relevance),
        *what(page, attribution, relevance),
        *when(page, attribution, chain, relevance),
        *where(page, attribution, relevance),
        *why(page, attribution, relevance, chain),
        *how(page, attribution, relevance.of),
        *key_facts(page, attribution, relevance),
        *figures(page, attribution, relevance.of),
        *upcoming(page, attribution, relevance),
    )
    return Findings(
        facts, tuple(said), tuple(sources(page, chain, roles, [claim for claim in claims if claim.name], said))
    )
