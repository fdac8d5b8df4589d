"""A bar on stderr for long streams, when a person sees stderr and not the output itself."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO, TextIO


@contextmanager
def bar(stdin: BinaryIO, out: TextIO, err: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Give what is called with the bytes read and the records done so far.

    A file's bar says how much is left, a pipe's only how much is done.
    """
    if not err.isatty() or out.isatty():
        yield lambda _bytes, _records: None
        return
    from rich.console import Console  # here, since only who sees the bar waits for rich
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(file=err)
    columns = (TextColumn("{task.fields[records]} records"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=_size(stdin), records=0)
        yield lambda size, records: progress.update(task, completed=size, records=records)


def _size(stdin: BinaryIO) -> int | None:
    try:
        status = os.fstat(stdin.fileno())
    except OSError:  # io.UnsupportedOperation: a stream in memory
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None
