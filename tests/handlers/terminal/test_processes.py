"""The command line among other processes: pipes that stay open or break, terminals, and the interrupt key."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.handlers.terminal.articles import DAM, FERRY, lines
from tests.handlers.terminal.screen import LONG_ENOUGH, screen

ROOT = Path(__file__).parents[3]
COMMAND = (sys.executable, "-c", "import app; app.main()")
HEAVY = ("spacy", "trafilatura", "lxml", "py3langid", "aiohttp", "rich")


class Called:
    """The command line, running, with pipes on all sides."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        if not (process.stdin and process.stdout and process.stderr):
            raise ValueError("call it with pipes")
        self.process = process
        self.stdin, self.stdout, self.stderr = process.stdin, process.stdout, process.stderr

    def ask(self, ident: int) -> Any:
        """Send a line and wait for its answer, with the pipe open."""
        self.stdin.write(lines({"id": ident, "text": DAM}))
        self.stdin.flush()
        return json.loads(self.stdout.readline())["id"]


@contextmanager
def running(*args: str, **pipes: int) -> Iterator[subprocess.Popen[bytes]]:
    """The command line; it is ended when the story is."""
    process: subprocess.Popen[bytes]
    with subprocess.Popen((*COMMAND, *args), cwd=ROOT, **pipes) as process:  # type: ignore[call-overload]  # three descriptors
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def dateline(*args: str) -> Iterator[Called]:
    """The command line with pipes."""
    with running(*args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        yield Called(process)


def test_each_line_is_answered_while_the_pipe_stays_open() -> None:
    """A program may wait for an answer before it sends the next line."""
    with dateline("countries", "--jsonl") as called:
        assert [called.ask(number) for number in range(3)] == [0, 1, 2]
        called.stdin.close()
        assert called.process.wait(LONG_ENOUGH) == 0
        assert called.stderr.read() == b""


def test_a_reader_that_has_enough_is_no_error() -> None:
    """`dateline … | head` ends without a word."""
    with dateline("countries", "--jsonl") as called:
        called.ask(1)
        called.stdout.close()
        called.stdin.write(lines(*({"id": number, "text": DAM} for number in range(50))))
        called.stdin.close()
        assert called.stderr.read() == b""
        assert called.process.wait(LONG_ENOUGH) == 1


def test_the_interrupt_key_is_quiet() -> None:
    """It exits with 130, as a shell expects."""
    with dateline("countries", "--jsonl") as called:
        called.ask(1)
        called.process.send_signal(signal.SIGINT)
        assert called.process.wait(LONG_ENOUGH) == 130
        assert called.stderr.read().strip() == b""


@pytest.mark.parametrize("form", ["--jsonl", "-"])
def test_an_output_that_takes_no_more_is_a_sentence(form: str) -> None:
    """As on a full disk: no trace, and exit code 1."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no full device")
    with full.open("wb") as out:
        done = subprocess.run(
            (*COMMAND, "read", form), cwd=ROOT, input=b"Oslo.", stdout=out, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr == b"dateline: The output can't be written: is the disk full?\n"


def test_closed_streams_are_empty_ones() -> None:
    """A service manager may start it without any."""
    script = "import os, subprocess, sys\nfor number in 0, 1: os.close(number)\nos.execv(sys.argv[1], sys.argv[1:])"
    for command in (("read", "-"), ("read", "--jsonl")):
        starter = (sys.executable, "-c", script, *COMMAND, *command)
        done = subprocess.run(starter, cwd=ROOT, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_other_locales_get_utf_8_objects_and_what_words_they_can_show(tmp_path: Path) -> None:
    """No sign of a page stops the output."""
    path = tmp_path / "a.txt"
    path.write_text(FERRY, encoding="utf-8")
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}  # noqa: TID251  # the environment of another process
    command = (*COMMAND, "read", str(path))
    words = subprocess.run(command, cwd=ROOT, env=latin, capture_output=True, check=True).stdout
    assert b"?People on both coasts" in words
    item = subprocess.run((*command, "--json"), cwd=ROOT, env=latin, capture_output=True, check=True).stdout
    assert json.loads(item.decode("utf-8"))["article"]["text"] == FERRY


def test_help_and_serve_load_neither_model_nor_parser() -> None:
    """A web process stays small, and help comes at once."""
    script = (
        "import sys; from handlers.terminal import Tools, commands\n"
        "app = commands(Tools(None, None, lambda: 0, lambda: 0, lambda: 0, lambda: True))\n"
        "for args in ([], ['serve'], ['check'], ['--help']): app(args, standalone_mode=False)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run((sys.executable, "-c", script), cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_long_stream_shows_its_progress_to_a_person() -> None:
    """On stderr, when that is a terminal and the output goes elsewhere."""
    main, terminal = pty.openpty()
    with running("countries", "--jsonl", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=terminal) as process:
        os.close(terminal)
        out, _ = process.communicate(lines(*({"id": number, "text": DAM} for number in range(100))), LONG_ENOUGH)
        assert len(out.splitlines()) == 100
        assert "100 records" in screen(main)
    os.close(main)


def test_a_person_at_a_terminal_pastes_and_asks() -> None:
    """The sample first; then a paste of several lines is one message; Ctrl-D ends it."""
    main, terminal = pty.openpty()
    with running(stdin=terminal, stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        assert "SLACK_BOT_TOKEN" in screen(main, "> ")
        os.write(main, f"{DAM}\n".encode())
        assert "Bolivian officials rejected" in screen(main, "Read as given", "> ")
        os.write(main, b"\x04")
        assert process.wait(LONG_ENOUGH) == 0
    os.close(main)
