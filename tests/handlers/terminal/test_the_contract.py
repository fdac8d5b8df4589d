"""Real output against the schema and the design: keys, their order, and evidence that can be looked up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.errors import BadInput
from bot.model import Answer, Country, Evidence, Fact, Item
from handlers import contract, sample, schema
from tests.handlers.terminal.articles import DAM, FERRY, lines, page
from tests.handlers.terminal.conftest import CommandLine

SAMPLE = {"id": "sample", "title": sample.TITLE, "text": sample.text(), "published": sample.PUBLISHED}
RECORDS = (
    SAMPLE,
    {"id": "ferry", "title": "Night ferry to restart", "text": FERRY, "published": "2025-04-28T09:00:00Z"},
    {"id": "dam", "text": DAM, "question": "Who rejected the request?"},
    {
        "id": "page",
        "url": "https://example.org/ferry",
        "html": page(),
        "text": FERRY,
        "question": "When was it closed?",
    },
    {"id": "short", "text": "Peru.", "question": "Why?"},
    {"id": "quoted", "text": f"“{FERRY}”\r\n\r\n{DAM}\n", "title": "  ", "question": "How many passengers?"},
)
ARTICLE = ["url", "canonical_url", "site", "title", "authors", "published", "language", "text", "receipt"]
DIGEST = ["version", "headline", "who", "what", "when", "where", "why", "how", "key_facts", "figures", "upcoming"]
DIGEST += ["quotes", "countries", "sourcing"]
FACT = ["words", "evidence", "attribution", "certainty"]
MORE = {"who": ["role"], "when": ["date"], "upcoming": ["date"], "where": ["country"], "figures": ["value", "unit"]}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """The schema that the package carries."""
    Draft202012Validator.check_schema(json.loads(schema.output()))
    return Draft202012Validator(json.loads(schema.output()))


@pytest.mark.parametrize("command", ["digest", "read", "ask", "countries"])
def test_the_output_obeys_the_schema(dateline: CommandLine, validator: Draft202012Validator, command: str) -> None:
    """Every line of every command, errors too."""
    run = dateline(command, "--jsonl", stdin=lines(*RECORDS, b"?"))
    assert len(run.objects) == len(RECORDS) + 1
    assert [error.message for each in run.objects for error in validator.iter_errors(each)] == []


def test_the_schema_is_strict(validator: Draft202012Validator) -> None:
    """It would notice a key too many, one too few, and a kind of error that isn't in the contract."""
    good = {"id": None, "error": {"kind": "bad_input", "message": "No."}}
    assert validator.is_valid(good)
    assert not validator.is_valid({**good, "more": 1})
    assert not validator.is_valid({"id": 1})
    assert not validator.is_valid({"id": 1, "error": {"kind": "oops", "message": "No."}})


def test_an_article_and_its_digest_have_the_keys_of_the_contract(dateline: CommandLine) -> None:
    """Exactly these, in this order."""
    (item,) = dateline("digest", "--jsonl", stdin=lines(SAMPLE)).objects
    assert list(item) == ["id", "article", "digest"]
    assert list(item["article"]) == ARTICLE
    assert list(item["digest"]) == DIGEST
    for slot in DIGEST[2:11]:
        for fact in item["digest"][slot]:
            assert list(fact) == FACT + MORE.get(slot, [])
    assert item["digest"]["headline"] == item["article"]["title"] == sample.TITLE


def test_the_evidence_of_a_digest_points_into_the_article(dateline: CommandLine) -> None:
    """Every fact and quotation is the article's own words at its own place, within its sentence."""
    for item in dateline("digest", "--jsonl", stdin=lines(*RECORDS)).objects:
        if "error" not in item:
            text, spans = item["article"]["text"], list(_spans(item["digest"]))
            assert spans
            for words, evidence in spans:
                found = text[evidence["start"] : evidence["end"]]
                assert found == words if words is not None else found
                assert found in evidence["sentence"]


def test_evidence_of_countries_and_answers_points_into_the_given_text(dateline: CommandLine) -> None:
    """The title is not counted; a country that only the title names has no evidence."""
    record = {"id": 1, "title": "Chile watches the dam", "text": DAM, "question": "How much water will it hold?"}
    (tagged,) = dateline("countries", "--jsonl", stdin=lines(record)).objects
    by_code = {each["code"]: each["evidence"] for each in tagged["countries"]}
    assert {"PE", "BO", "CL"} <= set(by_code)
    assert by_code["CL"] is None
    assert DAM[by_code["PE"]["start"] : by_code["PE"]["end"]] in {"Peru", "Lima"}
    (asked,) = dateline("ask", "--jsonl", stdin=lines(record)).objects
    assert asked["answer"]["evidence"]
    for evidence in asked["answer"]["evidence"]:
        assert DAM[evidence["start"] : evidence["end"]] == evidence["words"]


def test_an_answer_has_the_keys_of_the_contract() -> None:
    """A list with its items, each with the sentence behind it."""
    evidence = Evidence(0, 4, "Oslo", "Oslo and Bergen.")
    answer = Answer(
        answerable=True, confidence=0.87654321, words="Oslo", items=(Item("Oslo", evidence),), evidence=(evidence,)
    )
    place = {"start": 0, "end": 4, "sentence": "Oslo and Bergen."}
    assert contract.answer(answer) == {
        "answerable": True,
        "words": "Oslo",
        "verdict": None,
        "items": [{"words": "Oslo", "evidence": place}],
        "confidence": 0.876543,
        "evidence": [{**place, "words": "Oslo"}],
    }


def test_a_country_of_the_title_alone_has_no_evidence() -> None:
    """It is null, not left out."""
    (country,) = contract.countries([Country("CL", "Chile", "mentioned", 1 / 3, about=False, evidence=None)])
    assert country["evidence"] is None
    assert country["salience"] == 0.333333


@pytest.mark.parametrize(
    ("value", "said"), [(35000.0, 35000), (2.5, 2.5), (None, None), (float("inf"), None), (1e300, 1e300)]
)
def test_figures_are_numbers_of_json(value: float | None, said: float | None) -> None:
    """Whole ones without a fraction; what JSON can't write is not stated."""
    fact = Fact("figure", "many", Evidence(0, 4, "many", "many"), value=value)
    assert repr(contract._number(fact.value)) == repr(said)


def test_a_line_is_harmless() -> None:
    """Half characters, line separators, bidi and terminal controls are escaped; letters stay as they are."""
    said = contract.line({"a": "é 😀 \x9b31m \u2028 \u202e \ud83d \x1b"})
    assert said == '{"a": "é 😀 \\u009b31m \\u2028 \\u202e \\ud83d \\u001b"}'
    assert contract.error(BadInput("No.")) == {"kind": "bad_input", "message": "No."}


def _spans(digest: dict[str, Any]) -> Iterator[tuple[str | None, dict[str, Any]]]:
    for slot in DIGEST[2:12]:
        yield from ((fact["words"], fact["evidence"]) for fact in digest[slot])
    yield from ((None, each["evidence"]) for each in digest["countries"] if each["evidence"])
    yield from ((None, each["evidence"]) for each in digest["sourcing"])
