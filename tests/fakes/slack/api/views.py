"""The methods of ``views.*`` and ``assistant.threads.*``."""

from __future__ import annotations

import json
import time

from tests.fakes.slack import kit, shapes
from tests.fakes.slack.api.access import TS, visible
from tests.fakes.slack.model import JSON, Status, View, Workspace
from tests.fakes.slack.records import Trigger
from tests.fakes.slack.refusals import Refused, demand
from tests.fakes.slack.world import World

TRIGGER_SECONDS = 3.0
MOST_VIEW_BYTES = 250_000
MOST_PUSHED = 3


def open_view(world: World, workspace: Workspace, args: JSON) -> JSON:
    """views.open."""
    trigger = _exchange(world, workspace, args)
    content = checked(args["view"], "modal")
    _unique(world, workspace, content)
    return _answer(world, workspace, place(world, workspace, trigger.user, content))


def push(world: World, workspace: Workspace, args: JSON) -> JSON:
    """views.push: onto the modal in which the trigger was born."""
    trigger = _exchange(world, workspace, args)
    below = world.views.get(trigger.view or "")
    if below is None:
        raise Refused("not_found")
    stack = [one for one in world.views.values() if one.root == below.root and one.open]
    demand(len(stack) < MOST_PUSHED, "push_limit_reached")
    content = checked(args["view"], "modal")
    return _answer(world, workspace, place(world, workspace, trigger.user, content, below.root))


def update(world: World, workspace: Workspace, args: JSON) -> JSON:
    """views.update: by view_id or external_id."""
    wanted, outside = args.get("view_id"), args.get("external_id")
    matching = (
        one
        for one in world.views.values()
        if one.team == workspace.id and (one.id == wanted or (outside and one.content.get("external_id") == outside))
    )
    view = next(matching, None)
    if view is None or not view.open:
        raise Refused("not_found")
    return _replace(world, workspace, view, args, "modal")


def publish(world: World, workspace: Workspace, args: JSON) -> JSON:
    """views.publish: the home tab of a person."""
    user = world.users.get(args["user_id"])
    if user is None or user.team != workspace.id:
        raise Refused("invalid_arguments", "invalid user_id [json-pointer:/user_id]")
    home = world.homes.get(user.id)
    if home is None:
        content = checked(args["view"], "home")
        home = world.homes[user.id] = _new(world, workspace, user.id, content, None)
        return _answer(world, workspace, home)
    return _replace(world, workspace, home, args, "home")


def checked(view: object, kind: kit.Surface) -> JSON:
    """A view's content, or Slack's refusal of it."""
    faults = kit.view_faults(view, kind)
    if faults or not isinstance(view, dict):
        raise Refused("invalid_arguments", *faults)
    demand(len(json.dumps(view).encode()) <= MOST_VIEW_BYTES, "view_too_large")
    return view


def place(world: World, workspace: Workspace, user: str, content: JSON, root: str | None = None) -> View:
    """Open a modal before a person."""
    view = _new(world, workspace, user, content, root)
    world.views[view.id] = view
    return view


def _new(world: World, workspace: Workspace, user: str, content: JSON, root: str | None) -> View:
    name = world.id("V")
    return View(name, workspace.id, user, _named(world, content), _hash(world), root or name)


def _named(world: World, content: JSON) -> JSON:
    return {**content, "blocks": world.named(content["blocks"])}


def _hash(world: World) -> str:
    return f"{world.now()[:10]}.{world.id('H')[2:10]}"


def _replace(world: World, workspace: Workspace, view: View, args: JSON, kind: kit.Surface) -> JSON:
    demand(args.get("hash") in {None, view.hash}, "hash_conflict")
    renew(world, view, args["view"], kind)
    return _answer(world, workspace, view)


def renew(world: World, view: View, content: object, kind: kit.Surface = "modal") -> None:
    """Put other content into a view; its hash changes with it."""
    view.content, view.hash = _named(world, checked(content, kind)), _hash(world)


def _answer(world: World, workspace: Workspace, view: View) -> JSON:
    return {"view": shapes.view(view, workspace.bot_id, world.app.id)}


def _unique(world: World, workspace: Workspace, content: JSON) -> None:
    outside = content.get("external_id")
    taken = {one.content.get("external_id") for one in world.views.values() if one.team == workspace.id and one.open}
    demand(not outside or outside not in taken, "duplicate_external_id")


def _exchange(world: World, workspace: Workspace, args: JSON) -> Trigger:
    trigger = world.triggers.get(str(args.get("trigger_id")))
    if trigger is None or trigger.team != workspace.id:
        raise Refused("invalid_trigger_id")
    demand(time.monotonic() - trigger.born <= TRIGGER_SECONDS, "expired_trigger_id")
    demand(not trigger.used, "exchanged_trigger_id")
    trigger.used = True
    return trigger


def set_status(world: World, workspace: Workspace, args: JSON) -> JSON:
    """assistant.threads.setStatus: in any thread, an empty one ends it."""
    channel = visible(world, workspace, args["channel_id"])
    demand(workspace.bot_user in channel.members, "channel_not_found")
    ts = str(args["thread_ts"])
    parent = world.messages[channel.id].get(ts)
    demand(TS.fullmatch(ts) and parent and not parent.is_reply, "invalid_thread_ts")
    messages = args.get("loading_messages") or []
    demand(isinstance(messages, list) and len(messages) <= 10, "invalid_arguments", "no more than 10 items allowed")
    world.statuses.append(Status(channel.id, ts, str(args["status"])))
    return {}


def set_prompts(world: World, workspace: Workspace, args: JSON) -> JSON:
    """assistant.threads.setSuggestedPrompts: one to four, each a title and a message."""
    channel = visible(world, workspace, args["channel_id"])
    prompts = args["prompts"]
    fine = isinstance(prompts, list) and 0 < len(prompts) <= 4
    demand(
        fine and all(_prompt(one) for one in prompts), "invalid_arguments", "invalid prompts [json-pointer:/prompts]"
    )
    world.prompts.append({"channel": channel.id, "title": args.get("title"), "prompts": prompts})
    return {}


def _prompt(one: object) -> bool:
    return (
        isinstance(one, dict)
        and one.keys() == {"title", "message"}
        and all(isinstance(v, str) and v for v in one.values())
    )
