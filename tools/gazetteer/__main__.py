"""`python -m tools.gazetteer`: builds the data file and says what changed since the last build."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.gazetteer.build import build
from tools.gazetteer.table import difference, read, write

TARGET = Path(__file__).parents[2] / "bot" / "topics" / "gazetteer.tsv"


def main() -> None:
    """Write the file; the difference goes to stdout, one line a name, and a total."""
    before = read(TARGET.read_text("utf-8")) if TARGET.exists() else frozenset()
    after = build()
    text = write(after)
    TARGET.write_text(text, "utf-8")
    for line in difference(before, after):
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"{len(after)} names, {len(text.encode()) / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
