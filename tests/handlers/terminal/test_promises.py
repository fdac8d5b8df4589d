"""What the contract promises of every output, beyond its keys: limits, orders, agreement, and the same each time."""

from __future__ import annotations

import os
import subprocess
from typing import Any

import pytest

from handlers import sample
from tests.handlers.terminal.articles import DAM, FERRY, lines, page
from tests.handlers.terminal.conftest import CommandLine
from tests.handlers.terminal.test_processes import COMMAND, ROOT

RECORDS = (
    {"id": 1, "title": sample.TITLE, "text": sample.text(), "published": sample.PUBLISHED},
    {"id": 2, "title": "⛴️ Night ferry 😀", "text": FERRY.replace(". ", ". 🇳🇴😀 "), "published": "2025-04-28"},
    {"id": 3, "text": f"Neighbours quarrel about a new dam\n\n{DAM}", "published": "2025-02-06"},
    {"id": 4, "title": "Peru", "text": f"Peruvian wells may run dry. {DAM}"},
)
LIMITS = {"who": 3, "what": 3, "when": 3, "where": 3, "why": 3, "how": 3, "key_facts": 5, "upcoming": 5, "sourcing": 8}
MARKS = "“”\"'‘’«»"


@pytest.fixture
def items(dateline: CommandLine) -> list[dict[str, Any]]:
    """The records, digested."""
    return dateline("digest", "--jsonl", stdin=lines(*RECORDS)).objects


def test_lists_are_short_and_the_best_come_first(items: list[dict[str, Any]]) -> None:
    """Countries by their salience; where the article has three key facts, there are three."""
    for item in items:
        digest = item["digest"]
        assert all(len(digest[name]) <= limit for name, limit in LIMITS.items())
        assert len(digest["key_facts"]) >= 3
        salience = [country["salience"] for country in digest["countries"]]
        assert salience == sorted(salience, reverse=True)
        assert len({country["code"] for country in digest["countries"]}) == len(salience)


def test_key_facts_and_announcements_are_whole_sentences(items: list[dict[str, Any]]) -> None:
    """And quotations have no marks around them."""
    for item in items:
        for fact in (*item["digest"]["key_facts"], *item["digest"]["upcoming"]):
            assert fact["words"] == fact["evidence"]["sentence"]
        for quote in item["digest"]["quotes"]:
            assert quote["words"].strip(MARKS) == quote["words"]


def test_offsets_count_code_points(items: list[dict[str, Any]]) -> None:
    """Flags and faces are letters of their own; the sentence stands in the text, around the words."""
    for item in items:
        text, digest = item["article"]["text"], item["digest"]
        named = [fact for slot in (*LIMITS, "figures", "quotes") if slot != "sourcing" for fact in digest[slot]]
        for fact in (*named, *digest["countries"], *digest["sourcing"]):
            start, end, sentence = (fact["evidence"][key] for key in ("start", "end", "sentence"))
            assert text[start:end] == fact.get("words", text[start:end])
            at = text.rindex(sentence, 0, start + len(sentence))
            assert at <= start < end <= at + len(sentence)


def test_both_commands_name_the_same_countries(dateline: CommandLine, items: list[dict[str, Any]]) -> None:
    """With the same weight; a digest knows the grammar too, and with it more of their roles."""
    tagged = dateline("countries", "--jsonl", stdin=lines(*RECORDS)).objects
    for key in ("code", "name", "salience", "about"):
        assert [[each[key] for each in item["countries"]] for item in tagged] == [
            [each[key] for each in item["digest"]["countries"]] for item in items
        ]


def test_what_was_read_is_told(items: list[dict[str, Any]]) -> None:
    """The words of the body; a title that only begins like the text hides none of it."""
    bodies = [DAM if record["id"] == 3 else str(record["text"]) for record in RECORDS]
    assert [item["article"]["receipt"]["words"] for item in items] == [len(body.split()) for body in bodies]
    assert len({item["digest"]["version"] for item in items}) == 1


@pytest.mark.parametrize("command", ["digest", "countries"])
def test_neighbours_order_and_process_change_nothing(dateline: CommandLine, command: str) -> None:
    """Byte for byte: alone, the other way round, and under another seed of Python's hashes."""
    together = dateline(command, "--jsonl", stdin=lines(*RECORDS)).out
    assert "".join(dateline(command, "--jsonl", stdin=lines(record)).out for record in RECORDS) == together
    back = dateline(command, "--jsonl", stdin=lines(*reversed(RECORDS))).out
    assert back.split("\n")[-2::-1] == together.split("\n")[:-1]
    seeded = {**os.environ, "PYTHONHASHSEED": "1"}  # noqa: TID251  # the environment of another process
    call = (*COMMAND, command, "--jsonl")
    done = subprocess.run(call, cwd=ROOT, env=seeded, input=lines(*RECORDS), capture_output=True, check=True)
    assert done.stdout.decode() == together


def test_a_given_title_serves_a_page_without_one(dateline: CommandLine) -> None:
    """As a fragment from a feed; a page with a title keeps its own, and an empty one stays empty."""
    fragment = "".join(f"<p>{paragraph}</p>" for paragraph in FERRY.split("\n\n"))
    stdin = lines(*({"id": 1, "title": "Ferry is back", "html": html} for html in (fragment, page(), "<br>")))
    bare, paged, empty = (each["article"] for each in dateline("read", "--jsonl", stdin=stdin).objects)
    assert bare["title"] == "Ferry is back"
    assert bare["text"].startswith("Ferry is back\nNorway and Denmark will")
    assert paged["title"] == "Night ferry to restart"
    assert (empty["title"], empty["text"]) == ("Ferry is back", "")
