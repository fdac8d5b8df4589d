"""The project's own files, as the habits look at them."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def files(*suffixes: str) -> tuple[Path, ...]:
    """All files that belong to the project (what .gitignore names does not), in order, of these suffixes or of any."""
    ignored = [line.strip().strip("/") for line in read(".gitignore").splitlines() if line.strip()]
    return tuple(sorted(_walk(ROOT, suffixes, (*ignored, ".git"))))


def _walk(folder: Path, suffixes: tuple[str, ...], ignored: tuple[str, ...]) -> list[Path]:
    found = []
    for path in folder.iterdir():
        if any(fnmatch(path.name, pattern) for pattern in ignored):
            continue
        if path.is_dir():
            found += _walk(path, suffixes, ignored)
        elif not suffixes or path.suffix in suffixes:
            found.append(path)
    return found


def name(path: Path) -> str:
    """A file's path as the project says it: from its root, with slashes."""
    return path.relative_to(ROOT).as_posix()


def read(path: str) -> str:
    """The text of a file, by its path from the project's root."""
    return (ROOT / path).read_text(encoding="utf-8")


def pyproject() -> dict[str, Any]:
    """The project's own description."""
    return tomllib.loads(read("pyproject.toml"))
