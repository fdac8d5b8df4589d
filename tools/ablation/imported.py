"""Modules imported apart from everybody else's, from code that was compiled for the purpose."""

from __future__ import annotations

import importlib
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import SourceFileLoader
from importlib.util import spec_from_file_location
from typing import TYPE_CHECKING, Any

import bot
from tools.ablation.sites import SAW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.machinery import ModuleSpec
    from pathlib import Path
    from types import CodeType, ModuleType

ROOMS = ("bot.facts", "bot.digests")


def opened(paths: Mapping[str, Path], codes: Mapping[str, CodeType], saw: object) -> tuple[Any, Any]:
    """The reader and the digests of rooms that have this code, and tell ``saw`` what they are made to tell."""
    with _apart(_Finder(paths, codes, saw)):
        return importlib.import_module("bot.facts.reader"), importlib.import_module("bot.digests")


@contextmanager
def _apart(finder: MetaPathFinder) -> Iterator[None]:
    """What is imported meanwhile comes from this finder, and is unknown afterwards."""
    kept = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith(ROOMS)}
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.startswith(ROOMS)]:
            del sys.modules[name]
        sys.modules.update(kept)
        for room in kept.keys() & set(ROOMS):
            setattr(bot, room.rpartition(".")[2], kept[room])


@dataclass(frozen=True, slots=True)
class _Finder(MetaPathFinder):
    """Finds the rooms' modules in what was compiled."""

    paths: Mapping[str, Path]
    codes: Mapping[str, CodeType]
    saw: object

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """Theirs, or None for everybody else's."""
        if fullname not in self.codes:
            return None
        return spec_from_file_location(fullname, self.paths[fullname], loader=_Loader(self, fullname))


class _Loader(SourceFileLoader):
    """Loads a module's compiled code, and its data from where they lie."""

    def __init__(self, finder: _Finder, name: str) -> None:
        super().__init__(name, str(finder.paths[name]))
        self._code, self._saw = finder.codes[name], finder.saw

    def get_code(self, _fullname: str) -> CodeType:
        """The code, whatever the name."""
        return self._code

    def exec_module(self, module: ModuleType) -> None:
        """Run it; it knows whom to tell."""
        vars(module)[SAW] = self._saw
        super().exec_module(module)
