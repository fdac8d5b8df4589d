"""A line of JSON becomes a record, or says what is wrong with it."""

from __future__ import annotations

import json

import pytest

from bot.errors import BadInput, Refusal
from handlers.record import Entry, Record, parse, when

KEYS = frozenset({"url", "html", "title", "text", "published"})


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2025-09-29", "2025-09-29"),
        (" 2025-09-29 ", "2025-09-29"),
        ("20250929", "2025-09-29"),
        ("2025-W40-1", "2025-09-29"),
        ("2025-09-29T08:30", "2025-09-29T08:30"),
        ("2025-09-29 08:30:00", "2025-09-29T08:30:00"),
        ("2025-09-29T08:30:00.250Z", "2025-09-29T08:30:00.250Z"),
        ("2025-09-29t08:30z", "2025-09-29T08:30Z"),
        ("2025-09-29T08:30:00+0200", "2025-09-29T08:30:00+0200"),
        ("2025-09-29T08:30:00-05", "2025-09-29T08:30:00-05"),
        ("20250929T083000Z", "2025-09-29T08:30:00+00:00"),
        ("2025-09-29T08:30:00,5", "2025-09-29T08:30:00.500000"),
    ],
)
def test_a_date_in_any_form_of_iso_8601(given: str, kept: str) -> None:
    """It is kept as it was written, or put into the form with hyphens and colons."""
    assert when(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        "yesterday",
        "29.09.2025",
        "2025",
        "2025-09",
        "2025-9-29",
        "2025-02-29",
        "2025-09-29X08:30",
        "2025-09-29T25:00",
        "٢٠٢٥-09-29",
        "2025-09-29T08:30+25:00",
        "2025-09-29\n2025-09-30",
        "0001-01-01T00:00:00Z",
        "9999-12-31",
    ],
)
def test_what_is_no_date_of_publication(given: str) -> None:
    """Also the first and the last day of a calendar, which stand for "unknown" and have no week around them."""
    with pytest.raises(BadInput, match="no date of publication in ISO 8601"):
        when(given)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"", "The line is empty"),
        (b" \r", "The line is empty"),
        (b"{", "The line is no JSON:"),
        (b'{"id": "caf\xe9"}', "The line is no JSON:"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"id": 1, "text": "a", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
        (b"[1]", "The line is no JSON object"),
        (b'{"id": 1.5}', "The line has no id"),
    ],
)
def test_a_line_that_is_no_record(line: bytes, said: str) -> None:
    """Each says what it is, and has no id."""
    ident, refusal = parse(line, KEYS)
    assert ident is None
    assert isinstance(refusal, Refusal)
    assert said in refusal.message


def test_a_line_is_told_what_its_command_reads() -> None:
    """Nobody is advised to add what would be ignored."""
    for keys, said in ((KEYS, "add “text” or “html” or “url”."), (frozenset({"title", "text"}), "add “text”.")):
        for line in (b'{"id": 1}', b'{"id": 1, "text": null, "url": ""}'):
            refusal = parse(line, keys).record
            assert isinstance(refusal, Refusal)
            assert refusal.message == f"There is nothing to read: {said}"


@pytest.mark.parametrize(
    ("fields", "record"),
    [
        ({"text": ""}, Record(text="")),
        ({"html": ""}, Record(html="")),
        ({"html": "", "text": "a"}, Record(text="a")),
        ({"html": "<p>", "text": "a"}, Record(html="<p>", text="a")),
        ({"text": "a", "title": " \n", "published": "", "url": ""}, Record(text="a")),
        ({"text": "a", "title": " b ", "published": "20250929"}, Record(text="a", title=" b ", published="2025-09-29")),
        ({"text": "a \ud800"}, Record(text="a \N{REPLACEMENT CHARACTER}")),
    ],
)
def test_empty_cells_are_left_out(fields: dict[str, str], record: Record) -> None:
    """Except the text itself; half a character is replaced."""
    assert parse(json.dumps({"id": "a", **fields}).encode(), KEYS) == Entry("a", record)
