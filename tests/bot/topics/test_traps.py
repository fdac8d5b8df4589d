"""Names that look like a country and are none, and countries that hide: a table of sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.topics import tag

TABLES = ("traps.tsv", "borrowed.tsv", "world.tsv")
ROWS = [
    line.split("\t")
    for table in TABLES
    for line in Path(__file__).with_name(table).read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("sentence", "codes"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_a_sentence_names_these_countries_and_no_others(sentence: str, codes: str) -> None:
    """Every country that the sentence names is found, and nothing that only looks like one."""
    assert {country.code for country in tag(sentence)} == set(codes.split()) - {"-"}


@pytest.mark.parametrize(("sentence", "codes"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_evidence_is_always_the_texts_own_words(sentence: str, codes: str) -> None:
    """Each country of a sentence is shown by words that stand there, within the sentence."""
    for country in tag(sentence):
        evidence = country.evidence
        assert evidence is not None, codes
        assert sentence[evidence.start : evidence.end] == evidence.words
        assert evidence.words in evidence.sentence


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Our Spain was in good form, his coach said of Rory Spain.", "", id="a surname of a whole country"
        ),
        pytest.param("Iceland sells frozen peas in 900 British shops.", "GB", id="a shop named after a country"),
        pytest.param("Her French class began at nine.", "", id="a school subject"),
        pytest.param("Chile and Paris were the last two cats of the litter.", "", id="pets"),
        pytest.param("Turkey is best when it rests before carving.", "", id="a bird that begins a sentence"),
    ],
)
@pytest.mark.xfail(strict=True, reason="needs the meaning of the sentence, not its names")
def test_known_misses(sentence: str, codes: str) -> None:
    """What names alone can't tell."""
    assert {country.code for country in tag(sentence)} == set(codes.split())
