"""`make bench`: measures what the project promises, and fails when a promise is broken."""

from __future__ import annotations

import logging
import sys

from rich.console import Console

from handlers import logs
from tests.bench import (
    answering,
    extraction,
    following,
    grouping,
    memory,
    mornings,
    reading,
    reliability,
    remembered,
    sentences,
    tagging,
    thread,
    web,
)
from tests.bench.benchmark import run

BENCHMARKS = (
    *reading.BENCHMARKS,
    *remembered.BENCHMARKS,
    *following.BENCHMARKS,
    *grouping.BENCHMARKS,
    *tagging.BENCHMARKS,
    *answering.BENCHMARKS,
    *reliability.BENCHMARKS,
    *sentences.BENCHMARKS,
    *thread.BENCHMARKS,
    *extraction.BENCHMARKS,
    *web.BENCHMARKS,
    *mornings.BENCHMARKS,
    *memory.BENCHMARKS,
)

if __name__ == "__main__":
    logs.configure(logging.ERROR)
    wanted = sys.argv[1:]
    chosen = [each for each in BENCHMARKS if not wanted or any(word in each.name for word in wanted)]
    sys.exit(0 if run(chosen, Console()) else 1)
