"""Who does what in a sentence, what may be cut out of it, and what that looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.spans.candidates import candidates
from bot.answers.spans.fitting import fits
from bot.answers.spans.scene import scene_of
from bot.answers.spans.shape import shape_of
from bot.answers.spans.slots import slots_of
from bot.answers.spans.told import Told, told_of
from bot.answers.spans.tree import tree_of
from bot.answers.spans.weights import WEIGHTS, read
from bot.answers.wish import plainly, understand
from bot.articles.paste.pasted import read_text
from bot.model import Question, Span
from tests.newsroom import editor

if TYPE_CHECKING:
    from bot.answers.spans.tree import Tree
    from bot.facts.reader import SpacyReader

SLOTS = (
    ("The court sued the airline.", "court", {"sue A0"}),
    ("The airline was sued by the court.", "airline", {"sue A1"}),
    ("The airline was sued by the court.", "court", {"sue A0"}),
    ("Patel, who leads the council, resigned.", "Patel", {"resign A0", "lead A0"}),
    ("The car that thieves stole was found.", "car", {"find A1", "steal A1"}),
    ("The car stolen by thieves was found.", "car", {"find A1", "steal A1"}),
    ("The man driving the car fled.", "man", {"flee A0", "drive A0"}),
    ("Patel decided to resign.", "Patel", {"decide A0", "resign A0"}),
    ("Patel resigned and left.", "Patel", {"resign A0", "leave A0"}),
    ("Patel met Holm and Dale.", "Dale", {"meet A1"}),
    ("They drove to Porto.", "Porto", {"drive to"}),
    ("They came out of the harbour.", "harbour", {"come of"}),
)
"""A sentence, a word, and its predicates with its roles in them."""


def tree(reader: SpacyReader, text: str) -> Tree:
    """Of a text of one sentence."""
    return tree_of(text, reader.parse(text), Span(0, len(text)))


@pytest.mark.parametrize(("sentence", "word", "slots"), SLOTS)
def test_a_word_is_an_argument_also_where_that_is_unsaid(
    reader: SpacyReader, sentence: str, word: str, slots: set[str]
) -> None:
    """Active and passive, relative clauses, participles, shared subjects and rows give the same roles."""
    parsed = tree(reader, sentence)
    found = slots_of(parsed)[parsed.words.index(word)]
    assert {f"{parsed.tokens[slot.predicate].lemma} {slot.role}" for slot in found} == slots


def test_every_phrase_is_a_candidate_once(reader: SpacyReader) -> None:
    """Names, phrases with and without what depends on them, quotations and single words; no marks at the edges."""
    text = 'Asha Patel, the council\'s leader, said: "We open in May."'
    parsed = tree(reader, text)
    cut = [text[parsed.tokens[each.first].start : parsed.tokens[each.last].end] for each in candidates(parsed)]
    assert {"Asha Patel", "council's leader", "We open in May", "May", "in May", "open in May"} <= set(cut)
    assert len(cut) == len(set(cut))
    assert not any(each.startswith(("'", '"', ",")) or each.endswith((",", ".", '"')) for each in cut)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "we won" twice.', ["we won"]),
        ("He said “we won", ["we won"]),
        ('"" he said.', []),
    ],
)
def test_quotations_lie_between_marks_or_go_to_the_end(reader: SpacyReader, text: str, quoted: list[str]) -> None:
    """A sentence may hold only the beginning of one."""
    parsed = tree(reader, text)
    spans = [text[parsed.tokens[first].start : parsed.tokens[last].end] for first, last in parsed.quoted]
    assert spans == quoted


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("It was in May 2021.", "MY"),
        ("They may go.", "low"),
        ("It cost $40.", "$N"),
        ("It fell 12%.", "%N"),
        ("It ran 40 km.", "LN"),
        ("It left at 5:40.", "NT"),
        ("He met Holm.", "low"),
        ("PS5,000 were raised.", "$N"),
    ],
)
def test_an_answer_has_a_shape(reader: SpacyReader, text: str, shape: str) -> None:
    """Letters for months, years, sums, shares, measures and clocks."""
    wish = understand(Question("how much?"))
    scene = scene_of(wish, tree(reader, text), Told(), 0, 1.0)
    assert shape_of(scene, 0, len(scene.tree.words) - 1) == shape


def test_an_answer_is_of_the_type_asked_for_or_not() -> None:
    """By label or shape; where anything may be of the type, nobody can tell."""
    assert fits("person", "PERSON", "Cap")
    assert fits("money", "-", "$N")
    assert not fits("duration", "DATE", "Y")
    assert fits("reason", "-", "low") is None


def test_quotations_are_told_apart_by_speaker(reader: SpacyReader) -> None:
    """Those by whom is asked about, by others, and by nobody knows whom when the question says "she"."""
    text = (
        '"The pier is who we are," council leader Asha Patel told reporters.\n'
        '"The cost is far too high for a town like ours," shop owner Ben Dale said.'
    )
    digest = editor().compile(read_text(text)).digest
    by_patel = told_of(
        understand(Question("what did patel say?"), reader.parse(plainly("what did patel say?"))), digest
    )
    assert (len(by_patel.quotes), len(by_patel.others), len(by_patel.open_quotes)) == (1, 1, 0)
    assert len(told_of(understand(Question("what did she say?")), digest).open_quotes) == 2


def test_weights_are_read_by_name() -> None:
    """Comments and empty lines are none; what was fitted is there."""
    assert read("# note\n\nlikely\t0.5\n") == {"likely": 0.5}
    assert WEIGHTS["likely"] > 0
