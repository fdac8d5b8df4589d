"""What tests of the newsdesk share."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest


@pytest.fixture
def thread() -> Iterator[ThreadPoolExecutor]:
    """The one thread for what is slow."""
    with ThreadPoolExecutor(1) as pool:
        yield pool
