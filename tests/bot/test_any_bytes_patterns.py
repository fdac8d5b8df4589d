"""Every regular expression of the newsroom survives 200 kB of bait in under a second, applied as its module does."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest

import bot

LENGTH, SECONDS = 200_000, 1.0
STEPS, ENOUGH = (400, 2_000, 8_000, 32_000), 8_000  # characters: at 8,000 what is quadratic takes a 625th of its time
QUICK = SECONDS / 1_000  # seconds of 8,000: even if it is quadratic, 200,000 take under a second
LINEAR = 6  # times the time for four times the text: more than linear would be 16 and over
TAIL = "\x01"  # fits nothing, so that a pattern tries all its ways
BAITS = (
    *(" ", "a", "A", "1", '"', "<", "a,", "\n", "(", ".", "“", "’", "-", "/", "@", "&", "_", "|", "…"),
    *("a ", "A ", "Aa ", "  \n", "a.", "Aa. ", "a'", "a-", "<a ", "1,", "“a", "\t ", "- ", "a@a.a "),
)
# Those that see short strings only: how long these are at most, and why.
BOUNDED = {
    "bot.articles.urls.capability._JWT": (4_100, "an address with its fragment"),
    "bot.articles.urls.identity._END": (2_050, "the path of an address"),
    "bot.articles.prose.lines._ADDRESS": (160, "a word of a short line"),
    "bot.articles.about.names._ADDRESS": (400, "a byline"),
    "bot.articles.about.names._SPLIT": (400, "a byline"),
    "bot.articles.about.names._TAIL": (400, "a part of a byline"),
    "bot.articles.about.dates._NAMED": (90, "a date"),
    "bot.articles.about.headline._SEPARATOR": (1_000, "a title, in which blanks stand alone"),
    "bot.stories.words._OPENS": (6, "what stands right before a word"),
    **{
        f"bot.answers.question.{name}": (3_000, "a question, as the editor hands it on")
        for name in (
            "focus._TIME",
            "typed._OPENING",
            "typed._WRAPPING",
            "typed._INDIRECT",
            "typed._WRAPPINGS",
            "typed._TRAILING",
        )
    },
    "bot.articles.paste.pasted._QUOTED": (20_000, "the beginning of a paste"),
}


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """All compiled patterns that a module of the newsroom holds, alone or within other values, by their names."""
    for info in pkgutil.walk_packages(bot.__path__, "bot."):
        for name, value in vars(importlib.import_module(info.name)).items():
            yield from _inside(f"{info.name}.{name}", value)


def _inside(name: str, value: object) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _inside(name, inner)
    elif isinstance(value, dict):
        yield from _inside(name, tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _inside(name, tuple(getattr(value, field.name, None) for field in fields(value)))


@cache
def _applied() -> dict[str, set[str]]:
    """How each name is applied anywhere in the newsroom: its methods that are called or handed on."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in Path(bot.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                name = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                found[f"{path.stem}.{name}" if name.startswith("_") else name].add(node.attr)
    return found


def _ways(name: str) -> list[str]:
    module, short = name.split(".")[-2:]
    methods = _applied()[f"{module}.{short}" if short.startswith("_") else short]
    anchored = sorted(methods & {"match", "fullmatch"})
    return ["finditer"] if methods & {"search", "finditer", "findall", "sub", "split"} or not anchored else anchored


def _baits(pattern: re.Pattern[Any]) -> list[str]:
    """The common ones, and what the pattern's own words and signs suggest."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    bare = re.sub(r"\\[a-zA-Z]|\(\?[a-zA-Z!=<:]+", " ", source)
    words = list(dict.fromkeys(re.findall(r"[A-Za-z]{2,}", bare)))[:6]
    signs = [sign for sign in dict.fromkeys(bare) if not sign.isalnum() and sign not in "\\?*+|^$[](){} "][:8]
    return list(dict.fromkeys((*BAITS, *words, *(f"{word} " for word in words), *signs, *(f"{s}a" for s in signs))))


def _seconds(pattern: re.Pattern[Any], way: str, bait: str, length: int) -> float:
    text = (bait * (length // len(bait) + 1))[:length] + TAIL
    given = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    began = process_time()
    found = getattr(pattern, way)(given)
    for _ in found if way == "finditer" else ():
        pass
    return process_time() - began


def _is_slow(pattern: re.Pattern[Any], way: str, bait: str, length: int) -> bool:
    """Whether it takes over a second; longer texts are tried only where shorter ones let one expect it."""
    before = 0.0
    for size in (*(step for step in STEPS if step < length), length):
        took = _seconds(pattern, way, bait, size)
        if took > SECONDS * size / length and _seconds(pattern, way, bait, size) > SECONDS * size / length:
            return True
        grows_as_the_text = took < LINEAR * before and took < SECONDS / (LINEAR * length / size)
        if size >= ENOUGH and (took < QUICK or grows_as_the_text):
            return False
        before = took
    return False


@pytest.mark.parametrize("room", sorted({info.name for info in pkgutil.iter_modules(bot.__path__)}))
def test_no_pattern_is_slow(room: str) -> None:
    """Spaces, letters, digits, quotes, brackets, lines, pairs, and each pattern's own words and signs."""
    slow = {
        f"{name}.{way}: {bait!r}"
        for name, pattern in patterns()
        if name.startswith(f"bot.{room}.")
        for way in _ways(name)
        for bait in _baits(pattern)
        if _is_slow(pattern, way, bait, BOUNDED.get(name, (LENGTH, ""))[0])
    }
    assert slow == set()


def test_a_slow_pattern_would_be_found() -> None:
    """The classic one, and one that is only quadratic."""
    assert _is_slow(re.compile(r"\s+x"), "finditer", " ", LENGTH)
    assert not _is_slow(re.compile(r"\s+x"), "finditer", " ", 2_000)
    assert not _is_slow(re.compile(r"\s+x"), "match", " ", LENGTH)


def test_every_bound_belongs_to_a_pattern() -> None:
    """A pattern that is gone or renamed takes its bound with it."""
    assert set(BOUNDED) <= {name for name, _ in patterns()}
