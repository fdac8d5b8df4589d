"""What concerns the app itself: auth.test, auth.revoke, apps.connections.open, oauth.v2.access."""

from __future__ import annotations

from tests.fakes.slack.model import JSON, Workspace
from tests.fakes.slack.refusals import Refused, demand
from tests.fakes.slack.world import World


def auth_test(_: World, workspace: Workspace, __: JSON) -> JSON:
    """auth.test."""
    return {
        "url": f"https://{workspace.name.lower()}.slack.com/",
        "team": workspace.name,
        "user": "dateline",
        "team_id": workspace.id,
        "user_id": workspace.bot_user,
        "bot_id": workspace.bot_id,
        "is_enterprise_install": False,
    }


def auth_revoke(_: World, workspace: Workspace, __: JSON) -> JSON:
    """auth.revoke."""
    workspace.installed = False
    return {"revoked": True}


def connections_open(world: World, _: Workspace, __: JSON) -> JSON:
    """apps.connections.open: the address of a web socket, good for one connection."""
    ticket = world.id("K")
    world.codes[ticket] = ("socket", None)
    return {"url": f"{world.url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={world.app.id}"}


def oauth_access(world: World, _: Workspace, args: JSON) -> JSON:
    """oauth.v2.access: a code once, for the token of the workspace that installed the app."""
    demand(args.get("client_id") == world.app.client_id, "invalid_client_id")
    demand(args.get("client_secret") == world.app.client_secret, "bad_client_secret")
    found = world.codes.pop(str(args.get("code")), None)
    if found is None or found[0] not in world.workspaces:
        raise Refused("invalid_code")
    demand(found[1] in {None, args.get("redirect_uri")}, "bad_redirect_uri")
    workspace = world.workspaces[found[0]]
    workspace.installed = True
    return {
        "app_id": world.app.id,
        "authed_user": {"id": next(one.id for one in world.users.values() if one.team == workspace.id)},
        "scope": ",".join(sorted(workspace.scopes)),
        "token_type": "bot",
        "access_token": workspace.bot_token,
        "bot_user_id": workspace.bot_user,
        "team": {"id": workspace.id, "name": workspace.name},
        "enterprise": None,
        "is_enterprise_install": False,
    }
