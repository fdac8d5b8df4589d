"""Makes `.venv` from the hash-pinned sets of this folder. Called by the Makefile; needs nothing but Python itself.

`bootstrap` makes the virtual environment and puts uv into it, `runtime` what the bot runs on, `dev` that and the tools.
Each step leaves a stamp in `.venv`, so that make calls it again only when its requirement files have changed. Steps of
two make runs wait for each other.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import venv
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def main(step: str) -> None:
    """Carry out one step, unless another make run has just done it."""
    pins = HERE / f"{step}.txt"
    with _alone():
        if _done(step, pins):
            return
        print(f"Setting up .venv: {step} requirements …", file=sys.stderr, flush=True)
        if step == "bootstrap":
            _bootstrap(pins)
        else:
            _install(pins)
        for finished in {"bootstrap": ("bootstrap",), "runtime": ("runtime",), "dev": ("dev", "runtime")}[step]:
            (VENV / f".{finished}").touch()


@contextmanager
def _alone() -> Iterator[None]:
    """Hold this folder's lock; the system frees it even when we are killed."""
    folder = os.open(HERE, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _done(step: str, pins: Path) -> bool:
    """Whether the step's stamp is newer than all that it was made from."""
    stamp = VENV / f".{step}"
    sources = (pins, Path(__file__)) if step == "bootstrap" else (pins, ROOT / "pyproject.toml", VENV / ".bootstrap")
    return stamp.exists() and all(stamp.stat().st_mtime >= source.stat().st_mtime for source in sources)


def _bootstrap(pins: Path) -> None:
    """The virtual environment, anew unless there is a working one, and the installer for the rest.

    The pip of some Pythons (that of 3.11.7, for one) can't install the whole set, so pip only brings uv.
    """
    if not PYTHON.exists() or subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode:
        venv.create(VENV, clear=True, with_pip=True)
    _run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", pins)


def _install(pins: Path) -> None:
    """One set, every file held against its hash, then the project itself, built offline by the pinned setuptools."""
    install = (VENV / "bin" / "uv", "pip", "install", "--quiet", "--python", PYTHON)
    _run(*install, "--require-hashes", "-r", pins)
    _run(*install, "--no-deps", "--no-build-isolation", "--editable", ROOT)


def _run(*command: str | Path) -> None:
    """Run a command with the environment that we have; where the home can't be written, without uv's cache in it.

    uv trusts the certificates of the system, as pip does: a company's proxy is known there only.
    """
    cache = {} if os.access(Path.home(), os.W_OK) else {"UV_NO_CACHE": "1"}
    if code := subprocess.run(command, env={"UV_SYSTEM_CERTS": "1", **os.environ, **cache}, cwd=ROOT).returncode:
        sys.exit(code)


if __name__ == "__main__":
    main(sys.argv[1])
