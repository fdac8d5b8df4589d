"""Commands, options and exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import BadSettings
from handlers import sample
from tests.handlers.terminal.articles import DAM, FERRY, lines
from tests.handlers.terminal.conftest import CommandLine


@pytest.mark.parametrize(
    "args",
    [
        ("digest",),
        ("digest", "a.txt", "--jsonl"),
        ("read", "--jsonl", "--json"),
        ("digest", "--jsonl", "--published", "2025-01-01"),
        ("digest", "a.txt", "--published", "yesterday"),
        ("ask", "a.txt"),
        ("ask", "--json"),
        ("countries", "--published", "2025-01-01", "a.txt"),
        ("digest", "a.txt", "b.txt"),
        ("digets", "a.txt"),
        ("--jsonl",),
    ],
)
def test_wrong_usage_exits_with_2(dateline: CommandLine, args: tuple[str, ...]) -> None:
    """And says beside the output what is right."""
    run = dateline(*args)
    assert run.code == 2
    assert run.out == ""
    assert "Error: " in run.err


def test_help_names_every_command(dateline: CommandLine) -> None:
    """Each with one line that fits."""
    said = dateline("--help").out
    for command in ("digest", "read", "ask", "countries", "chat", "serve", "worker", "check"):
        assert f"\n  {command} " in said
        assert dateline(command, "-h").code == 0
    assert "..." not in said.partition("Commands:")[2]


def test_without_tokens_the_sample_is_digested(dateline: CommandLine) -> None:
    """In a pipe that is all, with a word on how to connect Slack."""
    run = dateline()
    assert run.code == 0
    assert run.out.startswith(sample.TITLE + "\n")
    assert "Daniyar Ospanbek" in run.out
    assert "SLACK_BOT_TOKEN" in run.out
    assert "\x1b" not in run.out
    assert run.err == ""


def test_with_tokens_the_bot_runs(dateline: CommandLine) -> None:
    """What it returns is the exit code."""
    connected = dateline.given(connected=lambda: True, serve=lambda: 7)
    assert connected().code == connected("serve").code == 7
    assert dateline.given(worker=lambda: 3)("worker").code == 3
    assert dateline.given(check=lambda: 2)("check").code == 2


def test_faulty_settings_are_told_at_once(dateline: CommandLine) -> None:
    """Whichever command meets them, it exits with 2."""

    def broken() -> bool:
        raise BadSettings(("PORT: no number.", "DATELINE_MODEL: not installed."))

    for run in (
        dateline.given(connected=broken)(),
        dateline.given(editor=broken)("digest", "--jsonl", stdin=lines({"id": 1, "text": DAM})),
    ):
        assert run.code == 2
        assert run.err == "dateline: PORT: no number.\ndateline: DATELINE_MODEL: not installed.\n"


def test_one_source_for_a_person_or_a_program(dateline: CommandLine, tmp_path: Path) -> None:
    """Words, or the object that a stream would have, with the source as its id."""
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    assert "Kari Solheim" in dateline("digest", str(path), "--published", "2025-04-28").out
    (item,) = dateline("digest", str(path), "--published", "2025-04-28", "--json").objects
    (streamed,) = dateline(
        "digest", "--jsonl", stdin=lines({"id": str(path), "text": FERRY, "published": "2025-04-28"})
    ).objects
    assert item == streamed
    assert {"2025-06-02", "2025-04-28"} <= {fact["date"] for fact in item["digest"]["when"]}


def test_countries_and_questions_of_one_source(dateline: CommandLine, tmp_path: Path) -> None:
    """As words and as objects."""
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    assert "🇳🇴 Norway (NO)" in dateline("countries", str(path)).out
    assert {"NO", "DK"} <= {each["code"] for each in dateline("countries", str(path), "--json").objects[0]["countries"]}
    assert dateline("ask", str(path), "Who said that?").out
    assert "answer" in dateline("ask", str(path), "Who said that?", "--json").objects[0]
    assert "no question" in dateline("ask", str(path), " ").err


def test_an_answer_needs_a_question(dateline: CommandLine) -> None:
    """A line without one is a faulty record."""
    run = dateline("ask", "--jsonl", stdin=lines({"id": 1, "text": FERRY}, {"id": 2, "question": "Who?"}))
    assert [each["error"]["kind"] for each in run.objects] == ["bad_input", "bad_input"]
