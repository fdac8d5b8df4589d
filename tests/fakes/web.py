"""A web site on loopback: real sockets, scripted pages, and every misbehaviour that a page can be served with."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Self

Script = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def response(body: bytes, status: str = "200 OK", headers: Mapping[str, str] | None = None) -> bytes:
    """A whole HTTP answer; a header given as "" is left out."""
    all_headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), "Connection": "close"}
    all_headers |= headers or {}
    lines = "".join(f"{name}: {value}\r\n" for name, value in all_headers.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


class Website:
    """A server on a free port of 127.0.0.1. ``hits`` has the paths asked for, ``heads`` their request heads, in order.

    A path without a page answers 404. ``allow`` is what a fetcher needs as its exemption.
    """

    def __init__(self) -> None:
        self.hits: list[str] = []
        self.heads: list[str] = []
        self._pages: dict[str, Script] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close, breaking off whatever still drips."""
        if self._server:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        if not self._server:
            raise RuntimeError("enter the web site before asking for its port")
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    @property
    def allow(self) -> str:
        """``host:port``, as in ``DATELINE_FETCH_ALLOW``."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        """The address of a page."""
        return f"http://{self.allow}{path}"

    def page(
        self, path: str, body: str | bytes, status: str = "200 OK", headers: Mapping[str, str] | None = None
    ) -> str:
        """Serve a body at a path; returns its address."""
        content = body.encode() if isinstance(body, str) else body
        return self.raw(path, response(content, status, headers))

    def redirect(self, path: str, location: str, status: str = "302 Found") -> str:
        """Redirect a path; returns its address."""
        return self.page(path, b"", status, {"Location": location})

    def raw(self, path: str, answer: bytes) -> str:
        """Serve bytes as they are, HTTP or not; returns the address."""

        async def send(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(answer)
            await writer.drain()

        return self.script(path, send)

    def drip(self, path: str, head: bytes, drop: bytes, seconds: float) -> str:
        """Send a head, then the same drop for ever, one every so many seconds; returns the address."""

        async def send(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(head)
            while True:
                writer.write(drop)
                await writer.drain()
                await asyncio.sleep(seconds)

        return self.script(path, send)

    def script(self, path: str, script: Script) -> str:
        """Let a coroutine answer at a path; returns the address."""
        self._pages[path] = script
        return self.url(path)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            await self._answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # the fetcher hung up, as it should on some of these pages
        except asyncio.CancelledError:
            pass  # the test is over; asyncio would log a cancelled handler as an error
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path = head.split(" ", 2)[1]
        self.hits.append(path)
        self.heads.append(head)
        script = self._pages.get(path)
        if script:
            await script(reader, writer)
        else:
            writer.write(response(b"nothing here", "404 Not Found"))
            await writer.drain()
