"""The content of a message as an app sends it: text, blocks, attachments, metadata."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, cast

from tests.fakes.slack import kit
from tests.fakes.slack.model import JSON
from tests.fakes.slack.refusals import Refused, demand

MOST_TEXT = 40_000
MOST_MARKDOWN = 12_000
MOST_METADATA = 16_384
MOST_ATTACHMENTS = 100
_ATTACHMENT = frozenset(
    (
        "actions",
        "author_icon",
        "author_link",
        "author_name",
        "blocks",
        "callback_id",
        "color",
        "fallback",
        "fields",
        "footer",
        "footer_icon",
        "from_url",
        "image_url",
        "mrkdwn_in",
        "pretext",
        "text",
        "thumb_url",
        "title",
        "title_link",
        "ts",
    )
)


@dataclass(frozen=True, slots=True)
class Content:
    """What was sent; None where the argument was not given."""

    text: str | None
    blocks: list[JSON] | None
    attachments: list[JSON] | None
    metadata: JSON | None


def read(args: JSON, most_text: int = MOST_TEXT) -> Content:
    """The content of a post, or Slack's refusal of it."""
    text, markdown = args.get("text"), args.get("markdown_text")
    demand(text is None or isinstance(text, str), "invalid_arguments", "must provide a string [json-pointer:/text]")
    blocks, attachments = args.get("blocks"), args.get("attachments")
    if markdown is not None:
        demand(not text and not blocks, "markdown_text_conflict")
        demand(len(markdown) <= MOST_MARKDOWN, "msg_too_long")
        blocks = [{"type": "markdown", "text": markdown}]
    demand(len(text or "") <= most_text, "msg_too_long")
    _blocks(blocks)
    _attachments(attachments)
    demand((text or "").strip() or blocks or attachments, "no_text")
    return Content(text, blocks, attachments, _metadata(args.get("metadata")))


def _blocks(blocks: object) -> None:
    if blocks is None:
        return
    demand(isinstance(blocks, list), "invalid_blocks_format")
    faults = kit.faults(blocks, "message")
    demand(not faults, "invalid_blocks", *faults)
    demand(not kit.too_long(cast("kit.Blocks", blocks)), "msg_blocks_too_long")


def _attachments(attachments: object) -> None:
    if attachments is None:
        return
    fine = isinstance(attachments, list) and all(
        isinstance(one, dict) and one.keys() <= _ATTACHMENT for one in attachments
    )
    demand(fine, "invalid_attachments")
    given = cast("list[dict[str, Any]]", attachments)
    demand(len(given) <= MOST_ATTACHMENTS, "too_many_attachments")
    for one in given:
        if "blocks" in one:
            _blocks(one["blocks"])


def _metadata(metadata: object) -> JSON | None:
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or metadata.keys() - {"event_type", "event_payload", "entities"}:
        raise Refused("invalid_metadata_format")
    name, payload = metadata.get("event_type"), metadata.get("event_payload")
    demand(isinstance(name, str) and 0 < len(name) <= 255 and isinstance(payload, dict), "invalid_metadata_format")
    demand(len(json.dumps(metadata)) <= MOST_METADATA, "metadata_too_large")
    return metadata
