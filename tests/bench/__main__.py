"""`make bench`: measures what the project promises, and fails when a promise is broken."""

from __future__ import annotations

import sys

from rich.console import Console

from tests.bench import web
from tests.bench.benchmark import run

BENCHMARKS = (*web.BENCHMARKS,)

if __name__ == "__main__":
    wanted = sys.argv[1:]
    chosen = [each for each in BENCHMARKS if not wanted or any(word in each.name for word in wanted)]
    sys.exit(0 if run(chosen, Console()) else 1)
