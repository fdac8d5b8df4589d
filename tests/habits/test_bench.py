"""The bench tells a broken promise from a kept one."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from tests.bench.benchmark import Benchmark, run
from tests.bench.reliability import bins, error, judged
from tests.bench.sentences import bm25

if TYPE_CHECKING:
    from pathlib import Path


def _table(*benchmarks: Benchmark) -> tuple[bool, str]:
    page = io.StringIO()
    kept = run(benchmarks, Console(file=page, width=100))
    return kept, page.getvalue()


def test_figures_within_their_bounds_keep_the_promise() -> None:
    """A ratio at its bound holds; a figure without a bound is only told."""
    kept, page = _table(Benchmark("ratio", lambda: 1.25, 1.25, "x"), Benchmark("time", lambda: 99.0, None, "s"))
    assert kept
    assert "1.25 x" in page
    assert "at most 1.25 x" in page
    assert "99 s" in page


def test_one_figure_over_its_bound_breaks_the_promise() -> None:
    """It is marked in the table, and the whole run fails."""
    kept, page = _table(Benchmark("memory", lambda: 131.0, 130, "MB"), Benchmark("ratio", lambda: 1.0, 1.25, "x"))
    assert not kept
    assert "NO" in page


def test_the_reliability_table_tells_over_confidence() -> None:
    """Two answers given with .85, of which one is right: they lie .35 apart; those of .15 are as sure as they say."""
    pairs = [(0.85, True), (0.85, False), *((0.15, number < 3) for number in range(20))]
    assert [(round(each.confidence, 2), each.size, each.true) for each in bins(pairs)] == [
        (0.15, 20, 0.15),
        (0.85, 2, 0.5),
    ]
    assert error(pairs) == pytest.approx(0.35 * 2 / 22)
    assert error([(1.0, True), (0.0, False)]) == error([]) == 0


def test_answers_are_judged_by_their_words_or_verdict(tmp_path: Path) -> None:
    """A set beside the checkout: each line is answered, and the answer held against those of the set."""
    path = tmp_path / "set.jsonl"
    rows = [
        {"text": "The ferry sails on Friday.", "question": "when does the ferry sail?", "answers": ["Friday"]},
        {"text": "The ferry sails on Friday.", "question": "", "answers": ["Friday"]},
    ]
    path.write_text("\n".join(json.dumps({**row, "answerable": True}) for row in rows), encoding="utf-8")
    asked, empty = judged(path)
    assert asked.answerable
    assert 0 <= asked.confidence <= 1
    assert empty == (0.0, False, True, False)


def test_the_baseline_finds_the_rare_word() -> None:
    """BM25 over stems: what few sentences have counts more, and a long sentence less."""
    sentences = ["The ferry sails.", "The ferry burned in the dock.", "The dock is the county's."]
    assert bm25("what burns?", sentences)[0] == sentences[1]
    assert bm25("the ferry?", sentences)[0] == sentences[0]
    assert bm25("anything", []) == []
