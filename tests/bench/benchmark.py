"""What a benchmark is, and the table that tells what it measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One promised figure.

    ``measure`` returns it in ``unit`` ("MB", "ms", "x" for a ratio). It must be at most ``bound``; None: only told. Two
    figures of one measurement share a cached function.
    """

    name: str
    measure: Callable[[], float]
    bound: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What one benchmark measured."""

    benchmark: Benchmark
    value: float

    @property
    def holds(self) -> bool:
        """Whether the promise is kept; one without a bound always is."""
        return self.benchmark.bound is None or self.value <= self.benchmark.bound


def run(benchmarks: Iterable[Benchmark], console: Console) -> bool:
    """Measure one after the other, print the table, and tell whether all promises are kept."""
    figures = tuple(_measured(benchmarks, console))
    table = Table("benchmark", "figure", "bound", "holds")
    for figure in figures:
        bound = figure.benchmark.bound
        table.add_row(
            figure.benchmark.name,
            f"{figure.value:.3g} {figure.benchmark.unit}",
            "" if bound is None else f"at most {bound:g} {figure.benchmark.unit}",
            "" if bound is None else "yes" if figure.holds else "[bold red]NO",
        )
    console.print(table)
    return all(figure.holds for figure in figures)


def _measured(benchmarks: Iterable[Benchmark], console: Console) -> Iterator[Figure]:
    for benchmark in benchmarks:
        if console.is_terminal:  # no spinner: it would take its time from what is measured
            console.print(f"{benchmark.name} …", style="dim")
        yield Figure(benchmark, benchmark.measure())
