"""The figures of a set, by whatever scorer its owner uses."""

from __future__ import annotations

import json
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from handlers import contract

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.model import Digest

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Gold:
    """A file of articles with gold answers, and the command that takes it, the digests and ``--json``."""

    path: str
    command: str

    def ids(self) -> frozenset[str]:
        """The articles that it judges."""
        return frozenset(json.loads(line)["id"] for line in Path(self.path).read_text("utf-8").splitlines() if line)

    def figures(self, digests: Mapping[str, Digest]) -> Figures:
        """Every number that the scorer prints at the top of its object."""
        with TemporaryDirectory() as folder:
            said = Path(folder) / "digests.jsonl"
            lines = (contract.line({"id": key, "digest": contract.digest(each)}) for key, each in digests.items())
            said.write_text("\n".join(lines), "utf-8")
            command = [*shlex.split(self.command), self.path, str(said), "--json"]
            done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  whoever asks names it
        return {key: value for key, value in json.loads(done.stdout).items() if isinstance(value, int | float)}


def change(before: Figures, after: Figures) -> dict[str, float]:
    """What became of the figures that moved: negative where the rule was of use."""
    moved = {key: round(after[key] - before[key], 3) for key in before}
    return {key: by for key, by in moved.items() if by}
