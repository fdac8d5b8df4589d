"""The command line as a person or a program calls it, over the real reader, in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.articles.web.fetch import Web
from bot.editor import Editor
from handlers.terminal import Tools, commands


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a call: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The output as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n")[:-1]]


class CommandLine:
    """`dateline`, called with arguments and standard input."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools

    def __call__(self, *args: str, stdin: bytes = b"") -> Run:
        """Run a command to its end."""
        result = CliRunner().invoke(commands(self.tools), args, input=stdin, prog_name="dateline")
        if result.exc_info and not isinstance(result.exception, SystemExit | None):
            raise result.exc_info[1].with_traceback(result.exc_info[2])
        return Run(result.exit_code, result.stdout_bytes.decode(), result.stderr)

    def given(self, **tools: Callable[[], Any]) -> CommandLine:
        """The same command line with other tools."""
        return CommandLine(replace(self.tools, **tools))


@pytest.fixture
def dateline(editor: Editor) -> CommandLine:
    """The command line of a machine without tokens for Slack; its web reaches nothing on this machine."""
    return CommandLine(Tools(lambda: editor, Web, lambda: 0, lambda: 0, lambda: 0, lambda: False))
