"""The pinned sets fit pyproject.toml and each other: who forgets `make lock` hears of it here."""

from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.habits.project import pyproject, read

PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)[^\n]*((?:\n    --hash=sha256:[0-9a-f]{64}[^\n]*)*)", re.MULTILINE)


def _pins(which: str) -> set[tuple[str, str]]:
    """Name and version of all that a set pins."""
    return {(canonicalize_name(name), version) for name, version, _ in PIN.findall(read(f"requirements/{which}.txt"))}


def _wanted(which: str) -> list[Requirement]:
    project = pyproject()
    wanted = [*project["project"]["dependencies"], *(project["dependency-groups"]["dev"] if which == "dev" else ())]
    return [Requirement(line) for line in wanted]


@pytest.mark.parametrize("which", ["runtime", "dev"])
def test_a_set_pins_what_the_project_asks_for(which: str) -> None:
    """Every dependency of pyproject.toml is pinned at a version that it allows."""
    pins = _pins(which)
    missing = [
        str(wish)
        for wish in _wanted(which)
        if not any(name == canonicalize_name(wish.name) and wish.specifier.contains(version) for name, version in pins)
    ]
    assert missing == [], "run make lock"


@pytest.mark.parametrize("which", ["bootstrap", "runtime", "dev"])
def test_every_pin_has_its_hashes(which: str) -> None:
    """Nothing is installed that was not seen when the set was made."""
    pins = PIN.findall(read(f"requirements/{which}.txt"))
    assert pins
    assert [name for name, _, hashes in pins if not hashes] == []


def test_the_tools_come_on_top_of_what_the_bot_runs_on() -> None:
    """The development set holds the runtime set, version by version."""
    assert _pins("runtime") - _pins("dev") == set()
