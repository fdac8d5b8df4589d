"""How far a confidence can be trusted: of the answers given with .8, about eight in ten must be right.

Over development sets of questions with answers, which lie beside the checkout and are no part of the project; where
there are none, nothing is measured. ``python -m tests.bench.reliability [FILE.jsonl …]`` prints the tables alone.
"""

from __future__ import annotations

import json
import string
import sys
from collections import Counter
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.table import Table

from bot.errors import Refusal
from handlers.record import Record
from handlers.terminal.newsroom import Newsroom
from handlers.terminal.tools import Tools
from tests.bench.benchmark import Benchmark
from tests.bench.clock import editor
from tests.habits.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from bot.model import Answer

SETS = ROOT.parent / "shared" / "bench" / "data"
ASKED = SETS / "ask_dev.jsonl"
BINS = 10
TOGETHER = 32  # questions worked on together
RIGHT = 0.5  # the overlap of words with an answer of the set from which an answer is right
ERROR = 0.10  # the promised calibration error
_MARKS = str.maketrans("", "", string.punctuation + "“”‘’–—")


class Judged(NamedTuple):
    """One answer: its confidence, whether it was given, whether the article has one, whether it is right."""

    confidence: float
    given: bool
    answerable: bool
    right: bool


class Bin(NamedTuple):
    """Answers of about the same confidence: its mean, how many, and the share of those that the article answers."""

    confidence: float
    size: int
    true: float


@cache
def answered(path: Path) -> tuple[tuple[dict[str, Any], Answer | Refusal], ...]:
    """Every line of a set with its answer."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    newsroom = Newsroom(Tools(editor, _none, _none, _none, _none, bool))  # type: ignore[arg-type]  # nothing else is asked for
    batches = ([_record(row) for row in rows[at : at + TOGETHER]] for at in range(0, len(rows), TOGETHER))
    answers = (answer for batch in batches for answer in newsroom.ask(batch))
    return tuple(zip(rows, answers, strict=True))


@cache
def judged(path: Path) -> tuple[Judged, ...]:
    """Every answer to a set, judged."""
    return tuple(_judge(row, answer) for row, answer in answered(path))


def bins(pairs: Sequence[tuple[float, bool]]) -> Iterator[Bin]:
    """Confidences and what was true, in ten bins; empty ones are left out."""
    for number in range(BINS):
        inside = [pair for pair in pairs if min(int(pair[0] * BINS), BINS - 1) == number]
        if count := len(inside):
            yield Bin(sum(sure for sure, _ in inside) / count, count, sum(true for _, true in inside) / count)


def error(pairs: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error (Naeini et al. 2015): how far confidence and truth lie apart, weighted."""
    return sum(each.size * abs(each.confidence - each.true) for each in bins(pairs)) / (len(pairs) or 1)


def stated(answers: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Whether the article has an answer: what the confidence promises."""
    return [(each.confidence, each.answerable) for each in answers]


def correct(answers: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Whether a given answer is right."""
    return [(each.confidence, each.right) for each in answers if each.given]


def _record(row: dict[str, Any]) -> Record:
    return Record(title=row.get("title"), text=row["text"], published=row.get("published"), question=row["question"])


def _none() -> None:
    """What questions over given texts have no use for."""


def _judge(row: dict[str, Any], answer: Answer | Refusal) -> Judged:
    if isinstance(answer, Refusal):
        return Judged(0.0, given=False, answerable=row["answerable"], right=False)
    said = answer.verdict == row["polarity"] if answer.verdict and "polarity" in row else False
    overlap = max((_overlap(answer.words or "", gold) for gold in row["answers"]), default=0.0)
    right = row["answerable"] and answer.answerable and (said or overlap >= RIGHT)
    return Judged(answer.confidence, answer.answerable, row["answerable"], right)


def _overlap(said: str, gold: str) -> float:
    """F1 over words, as for SQuAD."""
    a, b = (text.lower().translate(_MARKS).split() for text in (said, gold))
    common = sum((Counter(a) & Counter(b)).values())
    return 2 * common / (len(a) + len(b)) if common else 0.0


def _table(title: str, pairs: Sequence[tuple[float, bool]]) -> Table:
    table = Table("confidence", "answers", "true", title=f"{title}: calibration error {error(pairs):.3f}")
    for each in bins(pairs):
        table.add_row(f"{each.confidence:.2f}", str(each.size), f"{each.true:.2f}")
    return table


def _share(number: int) -> float:
    """Of the answers in a bin, the share that the article has."""
    inside = [true for sure, true in stated(judged(ASKED)) if min(int(sure * BINS), BINS - 1) == number]
    return sum(inside) / len(inside) if inside else float("nan")


BENCHMARKS = (
    (
        Benchmark("answer: calibration error", lambda: error(stated(judged(ASKED))), ERROR, ""),
        Benchmark("answer: the same, of right answers", lambda: error(correct(judged(ASKED))), None, ""),
        *(
            Benchmark(f"answer: has one, of confidence .{n} to .{n}9", partial(_share, n), None, "")
            for n in range(BINS)
        ),
    )
    if ASKED.exists()
    else ()
)

if __name__ == "__main__":
    console = Console()
    for path in map(Path, sys.argv[1:] or [str(ASKED)]):
        console.print(_table(f"{path.name}, the article has an answer", stated(judged(path))))
        console.print(_table(f"{path.name}, the answer given is right", correct(judged(path))))
