"""The project's own files, as the habits look at them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def files(*suffixes: str) -> tuple[Path, ...]:
    """All files that belong to the project (what .gitignore names does not), in order, of these suffixes or of any."""
    return tuple(path for path in sorted(_walk(ROOT, _ignored())) if not suffixes or path.suffix in suffixes)


def _walk(folder: Path, ignored: tuple[str, ...]) -> Iterator[Path]:
    for path in folder.iterdir():
        if any(fnmatch(f"/{name(path)}", pattern) for pattern in ignored):
            continue
        if path.is_dir():
            yield from _walk(path, ignored)
        else:
            yield path


def _ignored() -> tuple[str, ...]:
    """The patterns of .gitignore: one that begins with a slash counts from the root, another anywhere."""
    lines = (".git", *read(".gitignore").split())
    return tuple((line if line.startswith("/") else f"*/{line}").rstrip("/") for line in lines)


def name(path: Path) -> str:
    """A file's path as the project says it: from its root, with slashes."""
    return path.relative_to(ROOT).as_posix()


def read(path: str) -> str:
    """The text of a file, by its path from the project's root."""
    return (ROOT / path).read_text(encoding="utf-8")


def pyproject() -> dict[str, Any]:
    """The project's own description."""
    return tomllib.loads(read("pyproject.toml"))
