"""What is named at a prompt: pages, texts, standard input, and what is none of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handlers.terminal import sources
from tests.handlers.terminal.articles import DAM, FERRY, page
from tests.handlers.terminal.conftest import CommandLine


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", DAM.encode(), DAM),
        ("a.txt", b"\xef\xbb\xbf" + DAM.encode(), DAM),
        ("a.txt", b"\xff\xfe" + DAM.encode("utf-16-le"), DAM),
        ("old.txt", DAM.encode("cp1252"), DAM),
        ("markup.txt", b"<p>is how a paragraph begins", "<p>is how a paragraph begins"),
        ("no-ending", DAM.encode(), DAM),
    ],
)
def test_a_text_file_is_kept_as_it_is(
    dateline: CommandLine, tmp_path: Path, name: str, content: bytes, text: str
) -> None:
    """Whatever it is encoded in; it has no title."""
    (tmp_path / name).write_bytes(content)
    run = dateline("read", str(tmp_path / name), "--json")
    assert run.code == 0
    assert run.objects[0]["id"] == str(tmp_path / name)
    assert run.objects[0]["article"]["text"] == text
    assert run.objects[0]["article"]["title"] is None


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "saved page"])
def test_a_page_is_known_by_its_ending_or_its_beginning(dateline: CommandLine, tmp_path: Path, name: str) -> None:
    """Its navigation is left out."""
    (tmp_path / name).write_text(page(), encoding="utf-8")
    said = dateline("read", str(tmp_path / name)).out
    assert said.startswith("Night ferry to restart\n")
    assert "The line closed in January" in said
    assert "All rights reserved" not in said


def test_standard_input_is_a_page_or_a_text(dateline: CommandLine) -> None:
    """By its beginning."""
    assert dateline("read", "-", "--json", stdin=page().encode()).objects[0]["article"]["title"]
    given = dateline("read", "-", "--json", "--published", "2025-04-28 09:00", stdin=FERRY.encode()).objects[0]
    assert given["article"]["text"] == FERRY
    assert given["article"]["published"] == "2025-04-28T09:00"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("nothing-here.txt", "bad_input"),
        ("www.example.org/story", "bad_input"),
        ("nul\0", "bad_input"),
        ("x" * 300, "bad_input"),
        ("", "bad_input"),
        ("two\nlines \x1b[31m", "bad_input"),
        (".", "bad_input"),
        ("file:///etc/hostname", "bad_url"),
        ("https://", "bad_url"),
        ("https://10.0.0.1/", "forbidden_address"),
    ],
)
def test_what_is_no_source_says_so(dateline: CommandLine, source: str, kind: str) -> None:
    """In one sentence beside the output, or as an object; exit code 1."""
    run = dateline("digest", source)
    assert run.code == 1
    assert run.out == ""
    assert run.err.startswith("dateline: ")
    assert run.err.count("\n") == 1
    assert run.err.strip().isprintable()
    wished = dateline("digest", source, "--json")
    assert (wished.code, wished.err) == (1, "")
    assert json.loads(wished.out)["error"]["kind"] == kind


def test_a_file_that_is_no_text_is_refused(dateline: CommandLine, tmp_path: Path) -> None:
    """A PDF, a picture, a closed file, too much of anything."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and so on")
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    (tmp_path / "big.txt").write_bytes(b"word " * (sources.LARGEST // 5 + 1))
    kinds = [
        dateline("read", str(tmp_path / name), "--json").objects[0]["error"]["kind"]
        for name in ("a.pdf", "a.txt", "big.txt")
    ]
    assert kinds == ["not_html", "not_html", "too_large"]


def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path) -> None:
    """And is not taken for one that isn't there."""
    (tmp_path / "a.txt").write_text(DAM, encoding="utf-8")
    assert "can't be opened" in sources._why(tmp_path / "a.txt", "a.txt")
