"""Words of a list that stand in no article: nothing is known of them yet."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tools.ablation.sites import Site

_FEW = 30  # entries that are named


def of_site(site: Site) -> tuple[str, ...]:
    """The words of a list that a module writes out as text and splits; a list of anything else has none."""
    texts = (
        call.func.value
        for call in ast.walk(site.now)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "split"
    )
    return tuple(word for text in texts for word in ast.literal_eval(text).split())


def of_file(path: Path) -> tuple[str, ...]:
    """The entries of a file of words: what stands before a tab, or the whole line."""
    lines = (line.split("#", 1)[0].split("\t", 1)[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line)


def idle(entries: Iterable[str], text: str, lemmas: frozenset[str]) -> str:
    """How many of the entries stand in no text, neither as they are nor as a lemma, and which."""
    words = list(entries)
    known = lemmas | frozenset(re.findall(r"[\w'’-]+", text))
    absent = [word for word in words if word.lower() not in known and f" {word.lower()} " not in text]
    return f"{len(absent)} of {len(words)}: {' '.join(absent[:_FEW])}" if absent else ""
