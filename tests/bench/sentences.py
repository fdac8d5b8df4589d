"""How often the first sentence that comes with an answer is the right one, and how often BM25 alone would find it.

Over the same development sets as `reliability`; ``python -m tests.bench.sentences`` prints the first three, too.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.table import Table

from bot.answers.ranking.stems import stem
from bot.errors import Refusal
from tests.bench.benchmark import Benchmark
from tests.bench.reliability import ASKED, SETS, answered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from bot.model import Answer

CHAT = SETS / "chat_dev.jsonl"
SOURCES = ("qamr_wikinews", "xquad", "squad2", "chat")
BEST = 3  # sentences that are looked at
_K, _B = 1.2, 0.75  # BM25's usual parameters
_LONG = 100  # words from which something is no sentence
_END = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[A-Z“\"‘(])|\n+")
_WORD = re.compile(r"\w+")


class Found(NamedTuple):
    """For one question: whether each of the best three sentences holds an answer, ours and BM25's."""

    ours: tuple[bool, ...]
    plain: tuple[bool, ...]


@cache
def found(source: str) -> tuple[Found, ...]:
    """The questions of a source that have an answer."""
    rows = answered(CHAT if source == "chat" else ASKED)
    return tuple(
        _found(row, answer) for row, answer in rows if row["answerable"] and row.get("source", "chat") == source
    )


def share(source: str, most: int, *, ours: bool) -> float:
    """Of how many questions one of the first sentences is right."""
    hits = [any((each.ours if ours else each.plain)[:most]) for each in found(source)]
    return sum(hits) / len(hits)


def bm25(question: str, sentences: Sequence[str]) -> list[str]:
    """The sentences by Robertson's BM25 over stems, the best first."""
    lines = [Counter(_stems(sentence)) for sentence in sentences]
    often = Counter(each for line in lines for each in line)
    mean = sum(map(Counter.total, lines)) / (len(lines) or 1) or 1
    asked = set(_stems(question))

    def score(line: Counter[str]) -> float:
        norm = _K * (1 - _B + _B * line.total() / mean)
        rarity = {
            each: math.log(1 + (len(lines) - often[each] + 0.5) / (often[each] + 0.5)) for each in asked & line.keys()
        }
        return sum(rare * line[each] * (_K + 1) / (line[each] + norm) for each, rare in rarity.items())

    order = sorted(range(len(lines)), key=lambda at: -score(lines[at]))
    return [sentences[at] for at in order]


def _stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text.lower())]


def _found(row: dict[str, Any], answer: Answer | Refusal) -> Found:
    ours = () if isinstance(answer, Refusal) else tuple(each.sentence for each in answer.evidence)
    plain = bm25(row["question"], [part for part in _END.split(row["text"]) if part])
    return Found(*(tuple(_right(row, sentence) for sentence in best[:BEST]) for best in (ours, plain)))


def _right(row: dict[str, Any], sentence: str) -> bool:
    """Whether it is one of the sentences of the set, or where the set has none, holds one of its answers."""
    said = sentence.lower()
    if "sentences" in row:
        wanted = [row["text"][start:end].lower() for start, end in row["sentences"]]
        return any(said in each or each in said for each in wanted)
    return len(said.split()) <= _LONG and any(each.lower() in said for each in row["answers"])


BENCHMARKS = (
    tuple(
        Benchmark(f"answer: sentence first, {source}{who}", partial(share, source, 1, ours=ours), None, "")
        for source in SOURCES
        for ours, who in ((True, ""), (False, ", by BM25"))
    )
    if ASKED.exists() and CHAT.exists()
    else ()
)

if __name__ == "__main__":
    table = Table("questions", "first", "first three", "BM25: first", "first three")
    for source in SOURCES:
        table.add_row(
            source, *(f"{share(source, most, ours=ours):.3f}" for ours in (True, False) for most in (1, BEST))
        )
    Console().print(table)
