"""What a web process costs: it answers Slack in time and in little memory, since it never loads the grammar."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

from tests.bench.benchmark import Benchmark
from tests.habits.project import ROOT

# A fresh interpreter imports the wiring: all that `DATELINE_WORKERS=0 dateline serve` runs on.
PROCESS = """
import time; began = time.perf_counter()
import app
took = time.perf_counter() - began
import json, psutil, sys
heavy = {"spacy", "thinc", "trafilatura", "lxml", "py3langid"} & set(sys.modules)
print(json.dumps({"seconds": took, "bytes": psutil.Process().memory_info().rss, "heavy": sorted(heavy)}))
"""


@cache
def _imported() -> dict[str, float]:
    done = subprocess.run((sys.executable, "-c", PROCESS), cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"a web process does not start:\n{done.stderr}")
    figures = json.loads(done.stdout)
    if figures["heavy"]:
        sys.exit(f"a web process loads {', '.join(figures['heavy'])}")
    return {"seconds": figures["seconds"], "MB": figures["bytes"] / 1e6}


BENCHMARKS = (
    Benchmark("web process: memory after its imports", lambda: _imported()["MB"], 130, "MB"),
    Benchmark("web process: time of its imports", lambda: _imported()["seconds"], None, "s"),
)
