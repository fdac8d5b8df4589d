"""A real Redis or Valkey server of the tests: to be stopped, killed, frozen, filled up and made read-only."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

_PATIENCE = 10.0  # seconds for a server to come up


class RedisServer:
    """One server process on a unix socket in `home`, with an append-only file unless `options` say otherwise.

    `home` must be short: a socket's path has 107 bytes at most. Options are the server's, with their dashes.
    """

    def __init__(self, binary: Path, home: Path, *options: str) -> None:
        (home / "server.conf").touch()  # a sentinel insists on a file
        self._command = [str(binary), "server.conf", "--port", "0", "--unixsocket", "server.sock", "--dir", str(home)]
        self._command += ["--save", "", "--appendonly", "yes", "--logfile", "server.log", *options]
        self._process: subprocess.Popen[bytes] | None = None
        self.home = home
        self.url = f"unix://{home / 'server.sock'}"

    def start(self, *options: str, ready: bool = True) -> None:
        """Starts the process, with further options, and waits until it answers, or merely (not `ready`) listens."""
        # In `home`, since a sentinel opens its socket before it goes where `--dir` says.
        self._process = subprocess.Popen([*self._command, *options], cwd=self.home)
        deadline = time.monotonic() + _PATIENCE
        while not (self._answers() if ready else self._listens()):
            assert self._process.poll() is None, "it ended at once: see what it printed"
            assert time.monotonic() < deadline, (self.home / "server.log").read_text()
            time.sleep(0.005)

    def stop(self) -> None:
        """Ends it as an administrator would."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Ends it as a power cut would."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """It keeps its connections and takes new ones, but answers nothing until it is killed."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def make_read_only(self) -> None:
        """As after a failover: it follows a master that isn't there."""
        self.say("REPLICAOF", "127.0.0.1", "1")

    def make_writable(self) -> None:
        """It is a master again."""
        self.say("REPLICAOF", "NO", "ONE")

    def fill(self) -> None:
        """It has no memory left for anything new."""
        self.say("CONFIG", "SET", "maxmemory", "1")

    def make_room(self) -> None:
        """It has memory again."""
        self.say("CONFIG", "SET", "maxmemory", "0")

    def say(self, *words: str) -> Any:
        """The reply to one command."""
        with self._client() as redis:
            return redis.execute_command(*words)

    def wait_for(self, state: str, *words: str) -> None:
        """Waits until the reply to a command tells this state."""
        deadline = time.monotonic() + _PATIENCE
        while state not in str(self.say(*words)):
            assert time.monotonic() < deadline, f"never {state}"
            time.sleep(0.005)

    def _client(self) -> Redis:
        return Redis(unix_socket_path=str(self.home / "server.sock"))

    def _answers(self) -> bool:
        with suppress(RedisError):
            return bool(self.say("PING"))
        return False

    def _listens(self) -> bool:
        with socket.socket(socket.AF_UNIX) as door, suppress(OSError):
            door.connect(str(self.home / "server.sock"))
            return True
        return False

    def _end(self, how: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None


@contextmanager
def running(binary: Path, *options: str) -> Iterator[RedisServer]:
    """A started server in a directory of its own, both gone afterwards, whatever became of the server."""
    home = Path(tempfile.mkdtemp(prefix="dl-"))
    server = RedisServer(binary, home, *options)
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(home)


def free_port(below: int = 65_536) -> int:
    """A port of the loopback address on which nobody listens, for what can't speak over a unix socket."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        if port < below:
            return port
