"""What the papers say is so: README, AGENTS, CHANGELOG, the page on scopes and the Procfile against the code."""

from __future__ import annotations

import json
import re

from bot.settings import Settings
from tests.habits.project import ROOT, files, name, pyproject, read

MAKE = re.compile(r"\bmake((?: -\w| [a-z][a-z-]*)+)")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)")
ROW = re.compile(r"^\| `([^`]+)` \| (.*) \| (.*) \|$", re.MULTILINE)


def _section(paper: str, heading: str) -> str:
    """The text of a paper below a heading of the second level."""
    return read(paper).split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def _settings() -> list[tuple[str, str, str]]:
    """Name, default and meaning of every setting, as the README writes them."""
    rows = []
    for key, field in Settings.model_fields.items():
        default = field.default
        shown = f"{default:g}" if isinstance(default, float) else str(default)
        rows.append((key.upper(), "—" if default in (None, ()) else f"`{shown}`", field.description or ""))
    return rows


def test_the_readme_has_every_setting_and_no_other() -> None:
    """Name, default and meaning of each, in the order of the code."""
    assert ROW.findall(_section("README.md", "Settings")) == _settings()


def test_the_example_of_an_env_file_has_every_setting_and_sets_none() -> None:
    """It can be copied as it is: all lines are comments, each setting with its meaning above it and its default."""
    example = read(".env.example")
    assert [line for line in example.splitlines() if line and not line.startswith("#")] == []
    for key, default, meaning in _settings():
        assert f"# {meaning}\n#{key}={default.strip('`—')}\n" in example
    assert len(re.findall(r"^#[A-Z]", example, re.MULTILINE)) == len(_settings())


def test_every_make_target_in_the_papers_exists() -> None:
    """README, AGENTS and CONTRIBUTING name targets of the Makefile, and `make help` lists those of AGENTS."""
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    papers = ("README.md", "AGENTS.md", "CONTRIBUTING.md")
    code = " ".join(bit for paper in papers for bit in re.findall(r"`[^`]*`|```.*?```", read(paper), re.DOTALL))
    named = {word for words in MAKE.findall(code) for word in words.split() if not word.startswith("-")}
    assert named - targets == set()
    assert {"run", "test", "check", "bench", "lock", "gazetteer"} <= named


def test_agents_names_every_room_and_no_other() -> None:
    """The table of rooms has what `bot/` holds, piece by piece."""
    named = {place for place, _, _ in ROW.findall(_section("AGENTS.md", "Rooms"))}
    assert [place for place in named if not (ROOT / place).exists()] == []
    rooms = {f"bot/{child.name}{'/' if child.is_dir() else ''}" for child in (ROOT / "bot").iterdir()}
    assert {room for room in rooms if "__" not in room and room != "bot/py.typed"} == {
        place for place in named if place.startswith("bot/")
    }


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    """The newest entry is the version of pyproject.toml."""
    newest = re.search(r"^## \[(.+?)\]", read("CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert newest[1] == pyproject()["project"]["version"]


def test_every_link_between_the_papers_leads_somewhere() -> None:
    """Files that a paper links to exist."""
    broken = [
        f"{name(paper)}: {target}"
        for paper in files(".md")
        for target in LINK.findall(paper.read_text(encoding="utf-8"))
        if not (paper.parent / target).exists()
    ]
    assert broken == []


def test_every_scope_of_the_manifest_is_explained_to_admins() -> None:
    """The page has a row for each scope that the app asks for, and for no other."""
    asked = json.loads(read("manifest.json"))["oauth_config"]["scopes"]["bot"]
    explained = [scope for scope, _, _ in ROW.findall(read("docs/scopes.md")) if ":" in scope or scope == "commands"]
    assert sorted(explained) == sorted(asked)


def test_the_procfile_has_the_processes_of_a_larger_set_up() -> None:
    """Release checks, web serves without workers, worker works."""
    processes = dict(line.split(": ", 1) for line in read("Procfile").splitlines())
    assert processes == {
        "release": "dateline check",
        "web": "DATELINE_WORKERS=0 dateline serve",
        "worker": "dateline worker",
    }
