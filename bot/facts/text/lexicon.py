"""Word lists, kept as data beside the code: one entry a line, ``#`` begins a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``data/<name>.txt``."""
    return frozenset(_lines(name))


@cache
def table(name: str) -> dict[str, str]:
    """The pairs of ``data/<name>.tsv``: key, tab, value."""
    pairs = (line.split("\t") for line in _lines(name, "tsv"))
    return {key.strip(): value.strip() for key, value in pairs}


def _lines(name: str, suffix: str = "txt") -> list[str]:
    content = (files("bot.facts") / "data" / f"{name}.{suffix}").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].rstrip() for line in content.splitlines())
    return [line for line in lines if line.strip()]
