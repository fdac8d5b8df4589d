"""The bench tells a broken promise from a kept one."""

from __future__ import annotations

import io

from rich.console import Console

from tests.bench.benchmark import Benchmark, run


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
