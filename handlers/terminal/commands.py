"""The commands and their options. Each hands its input to a desk and prints what comes back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

from bot.errors import BadInput, BadSettings
from handlers import record
from handlers.terminal import printer

if TYPE_CHECKING:
    from handlers.terminal.tools import Tools

FAILED, MISUSED = 1, 2  # exit codes
SOURCE = Annotated[
    str | None,
    typer.Argument(
        metavar="SOURCE", help="A link, a file (.html, or text), or - for standard input.", show_default=False
    ),
]
ASKED = Annotated[
    str | None,
    typer.Argument(metavar="QUESTION", help="What you want to know, in quotation marks.", show_default=False),
]
PUBLISHED = Annotated[
    str | None,
    typer.Option(help="The date of publication, as 2025-09-29: what “Sunday” counts from.", show_default=False),
]
AS_JSON = Annotated[bool, typer.Option("--json", help="Print the object instead of words.")]
JSONL = Annotated[
    bool, typer.Option("--jsonl", help="Read objects from standard input, one a line, and print as many.")
]


class Form(NamedTuple):
    """How a command was called."""

    source: str | None
    published: str | None
    as_json: bool
    jsonl: bool
    question: str | None = None

    def check(self) -> None:
        """Refuse what contradicts itself, with exit code 2."""
        if (self.source is None) != self.jsonl:
            raise typer.BadParameter("give either a SOURCE (a link, a file, or - for standard input) or --jsonl.")
        if self.jsonl and (self.as_json or self.published):
            raise typer.BadParameter("--jsonl goes without --json and --published: each line has its own “published”.")
        try:
            record.when(self.published or "2000-01-01")
        except BadInput as refusal:
            raise typer.BadParameter(refusal.message, param_hint="--published") from None


class _Group(TyperGroup):
    """Faulty settings are told all at once, whichever command meets them; and so is an output that takes no more."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  the types of typer's inner parser are its own business
        try:
            return super().invoke(ctx)
        except BadSettings as error:
            for fault in error.faults:
                printer.complain(fault)
            raise typer.Exit(MISUSED) from None
        except printer.Unwritable:
            printer.complain("The output can't be written: is the disk full?")
            raise typer.Exit(FAILED) from None


def commands(tools: Tools) -> typer.Typer:
    """The command line over these tools; call what is returned."""
    app = typer.Typer(
        cls=_Group,
        add_completion=False,
        pretty_exceptions_enable=False,  # they print local values, and with them people's texts
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    desk = _Commands(tools)
    app.callback()(desk.start)
    for command in (desk.digest, desk.read, desk.ask, desk.countries, desk.chat, desk.serve, desk.worker, desk.check):
        app.command()(command)
    return app


class _Commands:
    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def start(self, ctx: typer.Context) -> None:
        """News articles, digested in their own words.

        Without a command: the bot where there are tokens for Slack, else a sample article and a conversation about it.
        """
        printer.attach()
        if ctx.invoked_subcommand is not None:
            return
        if self._tools.connected():
            raise typer.Exit(self._tools.serve())
        from handlers.terminal import chat  # here, since it loads the page reader

        chat.demonstrate(self._tools)

    def digest(
        self, source: SOURCE = None, published: PUBLISHED = None, *, as_json: AS_JSON = False, jsonl: JSONL = False
    ) -> None:
        """Say what is in an article, each line with its evidence."""
        self._run("digest", Form(source, published, as_json, jsonl))

    def read(
        self, source: SOURCE = None, published: PUBLISHED = None, *, as_json: AS_JSON = False, jsonl: JSONL = False
    ) -> None:
        """Print the article on a page, as far as it can be read."""
        self._run("read", Form(source, published, as_json, jsonl))

    def ask(
        self,
        source: SOURCE = None,
        question: ASKED = None,
        published: PUBLISHED = None,
        *,
        as_json: AS_JSON = False,
        jsonl: JSONL = False,
    ) -> None:
        """Answer a question from an article, or say it isn't stated."""
        if not jsonl and question is None:
            raise typer.BadParameter("give a SOURCE and a QUESTION, or --jsonl.")
        self._run("ask", Form(source, published, as_json, jsonl, question))

    def countries(self, source: SOURCE = None, *, as_json: AS_JSON = False, jsonl: JSONL = False) -> None:
        """Name the countries in an article, with their roles."""
        self._run("countries", Form(source, None, as_json, jsonl))

    def chat(self) -> None:
        """Talk to the bot without Slack."""
        from handlers.terminal import chat  # here, since it loads the page reader

        chat.talk(self._tools)

    def serve(self) -> None:
        """Run the bot, connected to Slack."""
        raise typer.Exit(self._tools.serve())

    def worker(self) -> None:
        """Run a worker of a larger set-up."""
        raise typer.Exit(self._tools.worker())

    def check(self) -> None:
        """Say what is wrong with the settings, all of it."""
        raise typer.Exit(self._tools.check())

    def _run(self, command: str, form: Form) -> None:
        form.check()
        from handlers.terminal.desks import desk_of  # here, since it loads the page reader

        desk = desk_of(command, self._tools)
        if form.source is None:
            failed = desk.stream(sys.stdin.buffer)
        else:
            failed = not desk.one(form.source, form.published, form.question, as_json=form.as_json)
        raise typer.Exit(FAILED if failed else 0)
