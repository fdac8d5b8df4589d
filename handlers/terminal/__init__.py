"""The command line: the same newsroom at a prompt and in pipes. What loads a parser is imported when needed."""

from handlers.terminal.commands import commands
from handlers.terminal.tools import Tools

__all__ = ["Tools", "commands"]
