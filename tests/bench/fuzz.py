"""`make fuzz`: hostile pages, texts and addresses through the whole newsroom, for ten minutes or as long as you say.

Whatever comes in, a clear result or one of our refusals comes out. What else is raised is told with the shortest input
that brings it about; the exit code is 1 then.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from rich.console import Console
from rich.table import Table

from handlers import logs
from tests.bench import fuzz_inputs, fuzz_newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis import strategies as st

ROUND = 50  # examples of one kind that are drawn from one seed
SLOW = 5.0  # seconds of this process' own time for one example: more is a fault, too
T = TypeVar("T")


@dataclass(slots=True)
class Tally:
    """What came out of one kind of input: outcomes, faults with their shortest input, the slowest example."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: dict[str, str] = field(default_factory=dict)
    slowest: tuple[float, str] = (0.0, "")

    def run(self, work: Callable[[T], str], example: T) -> None:
        """One example; a fault is noted, not raised."""
        began = time.process_time()
        try:
            outcome = work(example)
        except Exception as fault:  # noqa: BLE001  any exception is what is looked for
            outcome = _place(fault)
            known = self.faults.setdefault(outcome, repr(example))
            self.faults[outcome] = min(known, repr(example), key=len)
        took = time.process_time() - began
        self.outcomes[outcome] += 1
        self.slowest = max(self.slowest, (took, repr(example)[:200]))
        if took > SLOW:
            self.faults.setdefault(f"slow: {took:.1f} s", repr(example))


def _place(fault: Exception) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if "/bot/" in frame.filename or "/handlers/" in frame.filename] or frames
    return f"{type(fault).__name__} in {ours[-1].filename.rsplit('/', 1)[-1]}:{ours[-1].lineno}, {ours[-1].name}"


def fuzz(minutes: float, first: int = 0) -> dict[str, Tally]:
    """Pages, texts and addresses in turn, each round from another seed, until the time is over."""
    tallies = {"pages": Tally(), "texts": Tally(), "addresses": Tally()}
    until = time.monotonic() + 60 * minutes
    for number in count(first):
        _round(number, fuzz_inputs.pages, fuzz_newsroom.page, tallies["pages"], until)
        _round(number, fuzz_inputs.texts, fuzz_newsroom.text, tallies["texts"], until)
        _round(number, fuzz_inputs.addresses, fuzz_newsroom.address, tallies["addresses"], until)
        if time.monotonic() > until:
            return tallies
    raise AssertionError


def _round(number: int, strategy: st.SearchStrategy[T], work: Callable[[T], str], tally: Tally, until: float) -> None:
    @seed(number)
    @settings(
        max_examples=ROUND,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def examples(example: T) -> None:
        if time.monotonic() <= until:
            tally.run(work, example)

    examples()


def main() -> int:
    """Run, and tell the numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=0, help="number of the first round")
    options = parser.parse_args()
    logs.configure(50)
    began = time.monotonic()
    tallies = fuzz(options.minutes, options.seed)
    return report(tallies, time.monotonic() - began, Console())


def report(tallies: dict[str, Tally], seconds: float, console: Console) -> int:
    """The numbers as a table, and every fault; 1 when there is one."""
    table = Table("input", "examples", "outcomes", "faults", "slowest")
    for name, tally in tallies.items():
        told = ", ".join(f"{outcome} {number}" for outcome, number in tally.outcomes.most_common())
        table.add_row(name, str(tally.outcomes.total()), told, str(len(tally.faults)), f"{tally.slowest[0]:.2f} s")
    console.print(table)
    total = sum(tally.outcomes.total() for tally in tallies.values())
    console.print(f"{total} examples in {seconds:.0f} s, {total / seconds:.1f} a second")
    for tally in tallies.values():
        for fault, example in tally.faults.items():
            console.print(f"\n{fault}\n  {example[:2_000]}", markup=False, highlight=False)
    return int(any(tally.faults for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
