"""The bot in processes of their own, to be stopped, killed and read."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
COMMAND = "from app import main; main()"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A running process; ``log`` is where its stderr goes, ``out`` its stdout."""

    process: Process
    log: Path
    out: Path

    @property
    def said(self) -> str:
        """All that it has printed, on both streams."""
        return self.out.read_text() + self.log.read_text()

    def send(self, number: signal.Signals) -> None:
        """A signal to exactly this process."""
        self.process.send_signal(number)

    async def code(self) -> int:
        """Its exit code, once it has ended."""
        return await self.process.wait()


def environment(settings: Settings) -> dict[str, str]:
    """The settings as the environment that a process reads them from, and nothing else."""
    told = {name.upper(): _words(value) for name, value in settings if value not in {None, ()}}
    return {"PATH": os.defpath, "PYTHONPATH": str(ROOT), **told}


@asynccontextmanager
async def dateline(home: Path, env: dict[str, str], *args: str, script: str = COMMAND) -> AsyncIterator[Dateline]:
    """`dateline` with these arguments, working in ``home``; killed when left, should it still run."""
    log, out = (home / f"{'-'.join(args) or 'script'}-{name}.txt" for name in ("err", "out"))
    with log.open("ab") as err, out.open("ab") as written:
        process = await create_subprocess_exec(
            sys.executable, "-c", script, *args, cwd=home, env=env, stdout=written, stderr=err
        )
    try:
        yield Dateline(process, log, out)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _words(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
