"""What a list of blocks must be as a whole, on a message or a view."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal, cast

from tests.fakes.slack.kit.blocks import BLOCKS
from tests.fakes.slack.kit.walk import fault, fields

Surface = Literal["message", "modal", "home"]
Blocks = list[dict[str, Any]]
MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MOST_MARKDOWN = 12_000
MOST_TABLE = 10_000
# Undocumented; measured by others (slackapi/bolt-js issue 2509): one markdown block is accepted up to 13,297
# characters, beside a divider up to 13,172, so that every block has a price besides its own text.
MOST_IN_ALL = 13_422
PRICE_OF_BLOCK = 90


def faults(blocks: object, surface: Surface, pointer: str = "/blocks") -> list[str]:
    """Every fault of the blocks on this surface; empty when Slack would take them."""
    if not isinstance(blocks, list):
        return [fault("must provide an array", pointer)]
    found: list[str] = []
    if len(blocks) > MOST_BLOCKS[surface]:
        found.append(fault(f"no more than {MOST_BLOCKS[surface]} items allowed", pointer))
    for index, block in enumerate(blocks):
        found.extend(_block(block, surface, f"{pointer}/{index}"))
    if not found:
        found.extend(_together(blocks, pointer))
    return found


def too_long(blocks: Blocks) -> bool:
    """Whether a message's blocks together are refused with ``msg_blocks_too_long``."""
    return length(blocks) > MOST_IN_ALL


def length(blocks: Blocks) -> int:
    """What the blocks of one message count together, in characters; of a table, the words of its cells."""
    return sum(PRICE_OF_BLOCK + len(words_of(one) if one["type"] == "table" else _written(one)) for one in blocks)


def _written(block: dict[str, Any]) -> str:
    return json.dumps(block, ensure_ascii=False, separators=(",", ":"))


def _block(block: object, surface: Surface, pointer: str) -> Iterator[str]:
    if not isinstance(block, dict):
        yield fault("must provide an object", pointer)
        return
    spec = BLOCKS.get(str(block.get("type")))
    if spec is None or surface not in spec.surfaces:
        yield fault(f"unsupported type: {block.get('type')}", f"{pointer}/type")
        return
    yield from fields(block, spec, pointer, frozenset({"type", "block_id"}))
    name = block.get("block_id", "b")
    if not isinstance(name, str) or not 1 <= len(name) <= 255:
        yield fault("must be less than 256 characters", f"{pointer}/block_id")
    yield from _twice("action_id", [element.get("action_id") for element in interactive(block)], pointer)


def _together(blocks: Blocks, pointer: str) -> Iterator[str]:
    yield from _twice("block_id", [block.get("block_id") for block in blocks], pointer)
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > MOST_MARKDOWN:
        yield fault(f"must be less than {MOST_MARKDOWN + 1} characters in all markdown blocks", pointer)
    tables = [block for block in blocks if block["type"] == "table"]
    if len(tables) > 1:
        yield fault("only_one_table_allowed", pointer)
    if any(len(words_of(table)) > MOST_TABLE for table in tables):
        yield fault(f"must be less than {MOST_TABLE + 1} characters in a table", pointer)


def _twice(name: str, values: list[object], pointer: str) -> Iterator[str]:
    given = [value for value in values if value is not None]
    if len(given) != len(set(map(str, given))):
        yield fault(f"{name} values must be unique", pointer)


def interactive(block: dict[str, Any]) -> list[dict[str, Any]]:
    """The elements of a block that a person can use: buttons, menus, inputs."""
    inner = [block.get("accessory"), block.get("element")]
    if block.get("type") in {"actions", "context_actions"} and isinstance(block.get("elements"), list):
        inner.extend(block["elements"])
    return [element for element in inner if isinstance(element, dict) and element.get("type") != "image"]


def words_of(value: object) -> str:
    """All the words that a reader sees in a block (or any part of one), in order, one text object a line."""
    return "\n".join(_words(value))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        plain = value.get("text")
        if isinstance(plain, str):
            yield plain
        elif value.get("type") == "link":
            yield cast("str", value["url"])
        for name, inner in value.items():
            if isinstance(inner, dict | list) and name not in {"confirm", "style"}:
                yield from _words(inner)
