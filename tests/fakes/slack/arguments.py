"""What a request to the Web API says: its token and its arguments, from JSON, a form or the query."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from tests.fakes.slack.refusals import Refused

if TYPE_CHECKING:
    from aiohttp import web

    from tests.fakes.slack.api.methods import Method
    from tests.fakes.slack.model import JSON

# Given as JSON in a string, in a form always and in a JSON body where the sender likes.
_PACKED = {
    "attachments": "invalid_attachments",
    "blocks": "invalid_blocks_format",
    "loading_messages": "invalid_arguments",
    "metadata": "invalid_metadata_format",
    "prompts": "invalid_arguments",
    "view": "invalid_arguments",
}


async def read(request: web.Request) -> tuple[JSON, str | None]:
    """The arguments as sent, and the token of the header or the form."""
    args: JSON = dict(request.query)
    if request.content_type == "application/json":
        args["(json)"] = (await request.read()).decode()
    elif request.can_read_body:
        args |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if kind == "Basic":
        args["client_id"], _, args["client_secret"] = base64.b64decode(secret).decode().partition(":")
    return args, secret if kind == "Bearer" else args.pop("token", None)


def unpack(args: JSON, method: Method | None) -> JSON:
    """The arguments as the method sees them.

    A method that reads no JSON does not see a JSON body at all; a ``null`` is as good as absent.
    """
    packed = args.pop("(json)", None)
    if packed is not None and method and method.json:
        args |= _body(packed)
    given = {name: value for name, value in args.items() if value is not None}
    for name in _PACKED.keys() & given.keys():
        if isinstance(given[name], str):
            given[name] = _loads(given[name], _PACKED[name])
    return given


def _body(packed: str) -> JSON:
    body = _loads(packed, "invalid_json")
    if not isinstance(body, dict):
        raise Refused("json_not_object")
    body.pop("token", None)
    return body


def _loads(text: str, error: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        raise Refused(error) from None
