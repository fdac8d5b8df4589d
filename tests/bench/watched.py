"""A process of the bot that tells at its end what it cost: ``python -m tests.bench.watched serve`` (or ``worker``).

Prints one JSON object: seconds of its imports, megabytes at its peak, and the names of all modules that it has loaded.
"""

import time

began = time.perf_counter()
import app  # noqa: E402  # what is measured

took = time.perf_counter() - began

import asyncio  # noqa: E402  # nothing may be loaded before the clock runs
import json  # noqa: E402  # likewise
import re  # noqa: E402  # likewise
import resource  # noqa: E402  # likewise
import sys  # noqa: E402  # likewise
from pathlib import Path  # noqa: E402  # likewise

from bot.settings import Pace, load  # noqa: E402  # likewise
from handlers import process  # noqa: E402  # likewise

UNHURRIED = Pace(host=10_000, workspace=10_000)  # a benchmark does not wait for its turn at its own site


def peak() -> float:
    """Megabytes at the peak of this program (``ru_maxrss`` of Linux also counts the parent's, before the exec)."""
    status = Path("/proc/self/status")
    if status.exists() and (found := re.search(r"VmHWM:\s*(\d+) kB", status.read_text())):
        return int(found[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    try:
        if sys.argv[1:] == ["worker"]:
            sys.exit(process.run(lambda: app.worker(load(), asyncio.Event(), pace=UNHURRIED)))
        app.main()
    finally:
        print(json.dumps({"seconds": took, "peak": peak(), "modules": sorted(sys.modules)}))  # noqa: T201  # its output
