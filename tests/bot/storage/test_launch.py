from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import pytest

from bot.errors import BadSettings, StoreDown
from bot.storage import embedded
from bot.storage.connect import open_redis
from bot.storage.launch import find_server
from bot.storage.store import Store

Find = Callable[[], Path | None]


@pytest.fixture
def find(server_binary: Path) -> Find:
    """Tells the binary of the stories, whatever is on this machine's PATH."""
    return lambda: server_binary


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """A data directory far too deep for a socket."""
    return tmp_path.joinpath(*["a-rather-long-name-of-a-directory"] * 8)


async def remember(data_dir: Path, find: Find) -> tuple[str, int]:
    """The server's URL, and how often something was remembered in it."""
    async with embedded.server(data_dir, find) as url:
        assert url
        redis = open_redis(url)
        times = await Store(redis, timedelta(days=1)).attempts("T1:C1:1.0")
        await redis.aclose()
        return url, times


@pytest.mark.parametrize("name", ["with space", "100%25", "a?b#c", "søndag", 'it\'s "quoted"', "back\\slash"])
async def test_any_name_of_a_directory(find: Find, name: str) -> None:
    """The URL leads there, whatever the path is made of, for every client that reads it."""
    with TemporaryDirectory() as short:  # pytest's own paths may be too long for a socket
        path = Path(short, name)
        url, _ = await remember(path, find)
        assert unquote(url) == f"unix://{path / 'redis' / 'redis.sock'}"
        assert (await remember(path, find))[1] == 2


async def test_a_path_too_long_for_a_socket(deep: Path, find: Find) -> None:
    """The socket lies in a directory of its own elsewhere, closed to others, gone afterwards; the data stay."""
    async with embedded.server(deep, find) as url, embedded.server(deep, find) as same:
        assert url
        assert url == same
        socket = Path(unquote(url).removeprefix("unix://"))
        assert len(str(socket)) < 100
        assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
    assert not socket.parent.exists()
    assert [(await remember(deep, find))[1] for _ in range(2)] == [1, 2]


@pytest.mark.parametrize("mode", [0o700, 0o755, None])
async def test_what_was_left_of_the_directory_elsewhere(
    deep: Path, tmp_path: Path, find: Find, mode: int | None
) -> None:
    """After kill -9 it is used again if it is still there and closed to others; else there is a new one."""
    left = tmp_path / "left"
    if mode is not None:
        left.mkdir(mode)
        (left / "redis.sock").touch()
    (deep / "redis").mkdir(parents=True)
    (deep / "redis" / "socket-dir").symlink_to(left)
    url, _ = await remember(deep, find)
    assert (url == f"unix://{left}/redis.sock") is (mode == 0o700)


async def test_a_directory_that_was_moved_up(tmp_path: Path, find: Find) -> None:
    """Its socket lies beside its data again."""
    (tmp_path / "redis").mkdir()
    (tmp_path / "redis" / "socket-dir").symlink_to(tmp_path)
    assert (await remember(tmp_path, find))[0] == f"unix://{tmp_path}/redis/redis.sock"


def test_the_path_comes_before_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an administrator installed is preferred, Redis to Valkey; else the wheel's; else there is none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    packed = find_server()
    assert packed is None or packed.name == "valkey-server"
    assert find_server("no_such_package") is None
    assert find_server("json") is None
    for name in ("valkey-server", "redis-server"):
        (tmp_path / name).touch(mode=0o700)
        assert find_server() == tmp_path / name


async def test_without_a_binary_there_is_no_server(tmp_path: Path) -> None:
    """None, and nothing is made; who asked decides what to do."""
    async with embedded.server(tmp_path / "data", lambda: None) as url:
        assert url is None
    assert not (tmp_path / "data").exists()


async def test_a_data_directory_that_is_none(tmp_path: Path, find: Find) -> None:
    """A file stands where the directory should: said as a fault of the settings, by name."""
    (tmp_path / "data").touch()
    with pytest.raises(BadSettings, match=r"^DATELINE_DATA_DIR is no directory that the bot can write to: .*/data "):
        await remember(tmp_path / "data", find)


@pytest.mark.parametrize("binary", ["/no/such/server", "/bin/false", "/bin/true"])
async def test_a_binary_that_is_no_server(tmp_path: Path, binary: str) -> None:
    """Not there, failing, or ending at once: it is told, not waited for."""
    with pytest.raises(StoreDown, match="The private Redis"):
        await remember(tmp_path, lambda: Path(binary))
