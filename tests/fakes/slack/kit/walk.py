"""Holds a JSON value against the tables and says every fault in Slack's words, with a JSON pointer to the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.fakes.slack.kit.blocks import BLOCKS, SHAPES
from tests.fakes.slack.kit.elements import ELEMENTS
from tests.fakes.slack.kit.rich_text import RICH_TEXT
from tests.fakes.slack.kit.rules import Choice, Flag, Many, Number, One, Rule, Shape, Spec, Text, Url, Words

OBJECTS: dict[str, Spec] = {**BLOCKS, **ELEMENTS, **RICH_TEXT}
_WEB = re.compile(r"(https?://[^\s/]+|mailto:|slack://)\S*")
_TEXT_FIELDS = {"mrkdwn": {"type", "text", "verbatim"}, "plain_text": {"type", "text", "emoji"}}
Faults = Iterator[str]


def fault(words: str, pointer: str) -> str:
    """One sentence as Slack puts it into ``response_metadata.messages``."""
    return f"{words} [json-pointer:{pointer}]"


def check(value: object, rule: Rule, pointer: str) -> Faults:
    """Every fault of a value under a rule."""
    if type(rule) in _CHECKS:
        yield from _CHECKS[type(rule)](value, rule, pointer)


def fields(value: dict[str, Any], spec: Spec, pointer: str, more: frozenset[str] = frozenset()) -> Faults:
    """Missing, unknown and wrong fields of an object; ``more`` are fields that are allowed besides the spec's."""
    missing = [name for name in spec.needs if value.get(name) is None]
    if spec.either and not any(value.get(name) is not None for name in spec.either):
        missing.append(" or ".join(spec.either))
    yield from (fault(f"missing required field: {name}", pointer) for name in missing)
    for name, inner in value.items():
        if name in spec.fields and inner is not None:
            yield from check(inner, spec.fields[name], f"{pointer}/{name}")
        elif name not in spec.fields and name not in more:
            yield fault(f"invalid additional property: {name}", pointer)


def _words(value: object, rule: Words, pointer: str) -> Faults:
    if not isinstance(value, str):
        yield fault("must provide a string", pointer)
    elif len(value) > rule.most:
        yield fault(f"must be less than {rule.most + 1} characters", pointer)
    elif len(value) < rule.least or (rule.least and not value.strip()):
        yield fault(f"must be more than {rule.least - 1} characters", pointer)


def _text(value: object, rule: Text, pointer: str) -> Faults:
    allowed = ("plain_text",) if rule.plain else ("plain_text", "mrkdwn")
    if not isinstance(value, dict):
        yield fault("must provide an object", pointer)
    elif value.get("type") not in allowed:
        yield fault(f"unsupported type: {value.get('type')}", f"{pointer}/type")
    else:
        yield from (
            fault(f"invalid additional property: {name}", pointer)
            for name in value
            if name not in _TEXT_FIELDS[value["type"]]
        )
        yield from _words(value.get("text"), Words(rule.most), f"{pointer}/text")
        for name in {"verbatim", "emoji"} & value.keys():
            yield from _flag(value[name], Flag(), f"{pointer}/{name}")


def _flag(value: object, _: Flag, pointer: str) -> Faults:
    if not isinstance(value, bool):
        yield fault("must provide a boolean", pointer)


def _number(value: object, rule: Number, pointer: str) -> Faults:
    if isinstance(value, bool) or not isinstance(value, int):
        yield fault("must provide a number", pointer)
    elif not rule.least <= value <= rule.most:
        yield fault(f"must be between {rule.least} and {rule.most}", pointer)


def _choice(value: object, rule: Choice, pointer: str) -> Faults:
    if value not in rule.values:
        yield fault(f"must be a valid enum value: {', '.join(rule.values)}", pointer)


def _url(value: object, rule: Url, pointer: str) -> Faults:
    yield from _words(value, Words(rule.most), pointer)
    if isinstance(value, str) and not _WEB.fullmatch(value):
        yield fault("must be a valid URL", pointer)


def _one(value: object, rule: One, pointer: str) -> Faults:
    if not isinstance(value, dict):
        yield fault("must provide an object", pointer)
        return
    kind = value.get("type")
    if "text object" in rule.types and kind in _TEXT_FIELDS:
        yield from _text(value, Text(), pointer)
    elif kind not in rule.types or kind not in OBJECTS:
        yield fault(f"unsupported type: {kind}", f"{pointer}/type")
    else:
        # An image is a block and an element; only the block may have a title.
        spec = ELEMENTS["image"] if kind == "image" else OBJECTS[kind]
        yield from fields(value, spec, pointer, frozenset({"type", "block_id"} if kind in BLOCKS else {"type"}))


def _shape(value: object, rule: Shape, pointer: str) -> Faults:
    if isinstance(value, dict):
        yield from fields(value, SHAPES[rule.name], pointer)
    else:
        yield fault("must provide an object", pointer)


def _many(value: object, rule: Many, pointer: str) -> Faults:
    if not isinstance(value, list):
        yield fault("must provide an array", pointer)
        return
    if len(value) > rule.most:
        yield fault(f"no more than {rule.most} items allowed", pointer)
    if len(value) < rule.least:
        yield fault(f"no less than {rule.least} items allowed", pointer)
    for index, item in enumerate(value):
        yield from check(item, rule.of, f"{pointer}/{index}")


_CHECKS: dict[type, Callable[[object, Any, str], Faults]] = {
    Words: _words,
    Text: _text,
    Flag: _flag,
    Number: _number,
    Choice: _choice,
    Url: _url,
    One: _one,
    Shape: _shape,
    Many: _many,
}
__all__ = ["BLOCKS", "check", "fault", "fields"]
