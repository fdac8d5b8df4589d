"""The local server: the Web API, response_urls, and the web sockets of Socket Mode."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiohttp import web

from tests.fakes.slack import arguments
from tests.fakes.slack.api.methods import METHODS, Method
from tests.fakes.slack.model import JSON, Workspace
from tests.fakes.slack.records import Call
from tests.fakes.slack.refusals import Refused, demand

if TYPE_CHECKING:
    from tests.fakes.slack.responses import Responses
    from tests.fakes.slack.sockets import Sockets
    from tests.fakes.slack.troubles import Trouble, Troubles
    from tests.fakes.slack.world import World


class Server:
    """Serves a world on a free port of loopback."""

    def __init__(self, world: World, troubles: Troubles, sockets: Sockets, responses: Responses) -> None:
        self._world = world
        self._troubles = troubles
        app = web.Application(client_max_size=8 * 1024**2)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_get("/link/", sockets.serve)
        app.router.add_post("/response/{key}", responses.serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)

    async def start(self) -> None:
        """Listen; the world learns its URL."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self._world.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Stop listening and close every connection."""
        await self._runner.cleanup()

    async def _api(self, request: web.Request) -> web.StreamResponse:
        sent, token = await arguments.read(request)
        call = Call(request.match_info["method"], sent, token)
        self._world.calls.append(call)
        self._world.changed()
        trouble = self._troubles.take(call.method)
        if trouble:
            await trouble.hold()
        response = _troubled(call, trouble) or self._answer(call)
        if trouble and trouble.drop and request.transport:
            call.answer = None
            request.transport.abort()
        self._world.changed()
        return response

    def _answer(self, call: Call) -> web.Response:
        workspace = self._world.by_token(call.token or "")
        try:
            answer = {"ok": True, **self._do(call, workspace)}
        except Refused as refused:
            answer = refused.answer()
        call.status, call.answer = 200, answer
        headers = {"X-OAuth-Scopes": ",".join(sorted(workspace.scopes))} if workspace else {}
        # A copy: what the caller got must not change with the world.
        return web.Response(text=json.dumps(answer), content_type="application/json", headers=headers)

    def _do(self, call: Call, workspace: Workspace | None) -> JSON:
        method = METHODS.get(call.method)
        call.args = arguments.unpack(call.args, method)
        if method is None:
            raise Refused("unknown_method", req_method=call.method)
        owner = self._allowed(call, method, workspace)
        missing = [name for name in method.needs if _absent(name, call.args.get(name))]
        demand(not missing, "invalid_arguments", *(f"missing required field: {name}" for name in missing))
        return method.handler(self._world, owner, call.args)

    def _allowed(self, call: Call, method: Method, workspace: Workspace | None) -> Workspace:
        app = call.token == self._world.app.token
        anyone = next(iter(self._world.workspaces.values()))
        if method.token is None:
            return anyone
        demand(call.token, "not_authed")
        demand(app or workspace, "invalid_auth")
        demand(app == (method.token == "app"), "not_allowed_token_type")
        if workspace is None:
            return anyone
        demand(workspace.installed, "account_inactive")
        if method.scopes and not workspace.scopes.intersection(method.scopes):
            provided = ",".join(sorted(workspace.scopes))
            raise Refused("missing_scope", needed=",".join(method.scopes), provided=provided)
        return workspace


def _absent(name: str, value: object) -> bool:
    # An empty status is a value of its own: it ends the one before.
    return value is None or (value == "" and name != "status")


def _troubled(call: Call, trouble: Trouble | None) -> web.Response | None:
    if trouble is None or not (trouble.refuses or trouble.drop == "before"):
        return None
    call.status, call.answer = trouble.status, trouble.answer
    if trouble.error is None:
        return web.Response(status=trouble.status, text="<h1>Server Error</h1>", content_type="text/html")
    return web.json_response(trouble.answer, status=trouble.status, headers=trouble.headers)
