"""What the log says: one line an event, on stderr, without message texts and without tokens."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

_SECRET = re.compile(
    r"xox[a-z](?:-[\w-]+|\.[\w.-]+)|xapp-[\w-]+|(?<=hooks\.slack\.com/)[\w/-]+|(?<=://)[^/@\s]+(?=@)"
    r"|(?<=[?&]ticket=)[^&\s'\"]+",
    re.ASCII,
)
QUIET = ("slack_bolt", "slack_sdk", "docket", "uvicorn.access", "aiohttp", "trafilatura", "htmldate", "asyncio")
"""Libraries that put payloads, arguments or page texts into their lines below errors."""


def configure(level: int = logging.INFO) -> None:
    """Send our lines and those of the libraries to stderr, as one stream; call it once a process."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            redact,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"], bool_as_flag=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacted("timestamp=%(asctime)s level=%(levelname)s logger=%(name)s event=%(message)r"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)


def redact(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Cut tokens and credentials out of every text of a line."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = _SECRET.sub("…", value)
    return event


class _Redacted(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return _SECRET.sub("…", super().format(record))
