"""What a country does: with grammar and without."""

from __future__ import annotations

import pytest

from bot.model import Reading, Span, Token
from bot.topics import tag

ROLES = [
    ("Kenyan officials signed the deal.", {"KE": "actor"}),
    ("France imposed sanctions against Mali.", {"FR": "actor", "ML": "target"}),
    ("A flood killed forty people in Pakistan.", {"PK": "location"}),
    ("LIMA, March 4 - The mine was shut.", {"PE": "location"}),
    ("The Kremlin said nothing.", {"RU": "actor"}),
    ("A ship under the flag of Panama sank off Oman.", {"PA": "mentioned", "OM": "location"}),
    ("The prize money came from a fund whose name is Swiss.", {"CH": "mentioned"}),
    ("The bank moved to Ghana.", {"GH": "target"}),
    ("He bought shares at a price that Statoil liked.", {"NO": "mentioned"}),
    ("Iran was accused by Israel.", {"IR": "target", "IL": "actor"}),
    ("Ghana is expected to lose the match.", {"GH": "mentioned"}),
    ("Gunmen attacked the Italian embassy in Tripoli.", {"IT": "target", "LY": "location"}),
    ("An earthquake hit Nepal.", {"NP": "location"}),
    ("The minister visited Lebanon.", {"LB": "location"}),
    ("The court criticised Turkey.", {"TR": "target"}),
    ("Chilean officials said so.", {"CL": "actor"}),
    ("A list of Danish embassies was lost.", {"DK": "mentioned"}),
]


@pytest.mark.parametrize(("sentence", "roles"), ROLES)
def test_roles_by_the_words_beside_a_name(sentence: str, roles: dict[str, str]) -> None:
    """Without grammar: the preposition before and the verb after."""
    assert {country.code: country.role for country in tag(sentence)} == roles


def test_a_headline_begins_with_its_actor() -> None:
    """A verb in the present tense after a name in a title makes an actor of it."""
    (country,) = tag("More follows.", "Why the rains came late, and Kenya shivers")
    assert country.role == "actor"


def reading(text: str, *parses: tuple[str, str, int]) -> Reading:
    """A reading of one sentence from (lemma, dependency, head) of each of its words."""
    tokens, at = [], 0
    for word, (lemma, dep, head) in zip(text.rstrip(".").split(), parses, strict=True):
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(start, at, lemma, "X", "X", dep, head))
    return Reading((Span(0, len(text)),), tuple(tokens), (), ())


PARSED = [
    (
        "Iran was accused by Israel.",
        [
            ("Iran", "nsubjpass", 2), ("be", "auxpass", 2), ("accuse", "ROOT", 2),
            ("by", "agent", 2), ("Israel", "pobj", 3),
        ],
        {"IR": "target", "IL": "actor"},
    ),
    (
        "Ministers of Peru and Chile met.",
        [
            ("minister", "nsubj", 5), ("of", "prep", 0), ("Peru", "pobj", 1),
            ("and", "cc", 2), ("Chile", "conj", 2), ("meet", "ROOT", 5),
        ],
        {"PE": "actor", "CL": "actor"},
    ),
    (
        "Rebels crossed into Rwanda in Kigali.",
        [
            ("rebel", "nsubj", 1), ("cross", "ROOT", 1), ("into", "prep", 1),
            ("Rwanda", "pobj", 2), ("in", "prep", 1), ("Kigali", "pobj", 4),
        ],
        {"RW": "location"},
    ),
    (
        "They praised Kenyan roads despite Uganda.",
        [
            ("they", "nsubj", 1), ("praise", "ROOT", 1), ("kenyan", "amod", 3),
            ("road", "dobj", 1), ("despite", "prep", 1), ("Uganda", "pobj", 4),
        ],
        {"KE": "mentioned", "UG": "mentioned"},
    ),
    ("Kenya.", [("Kenya", "ROOT", 0)], {"KE": "actor"}),
    (
        "So much of Kenya.",
        [("so", "advmod", 1), ("much", "ROOT", 1), ("of", "prep", 1), ("Kenya", "pobj", 2)],
        {"KE": "actor"},
    ),
]  # fmt: skip  # one line a parse


@pytest.mark.parametrize(("sentence", "parses", "roles"), PARSED)
def test_roles_by_grammar(sentence: str, parses: list[tuple[str, str, int]], roles: dict[str, str]) -> None:
    """With a reading the way up to the verb decides; where it says nothing, the words beside the name."""
    assert {country.code: country.role for country in tag(sentence, reading=reading(sentence, *parses))} == roles


def test_grammar_changes_the_role_and_nothing_else() -> None:
    """Codes, salience and about are the same with a reading and without; its sentences are the evidence's."""
    sentence, parses, _ = PARSED[3]
    with_it, without = tag(sentence, reading=reading(sentence, *parses)), tag(sentence)
    assert [(c.code, c.salience, c.about) for c in with_it] == [(c.code, c.salience, c.about) for c in without]
    assert [c.role for c in with_it] != [c.role for c in without]


def test_evidence_holds_every_sentence_of_the_reading_that_it_touches() -> None:
    """A sentence that a model breaks within a name is joined again; outside of all sentences its stops decide."""
    text = "He saw Sierra Leone. It rained."
    broken = Reading((Span(0, 13), Span(14, 20), Span(21, 31)), (), (), ())
    (country,) = tag(text, reading=broken)
    assert country.evidence is not None
    assert country.evidence.sentence == "He saw Sierra Leone."
    late = Reading((Span(0, 3), Span(21, 31)), (), (), ())
    (country,) = tag(text, reading=late)
    assert country.evidence is not None
    assert country.evidence.sentence == "He saw Sierra Leone."
