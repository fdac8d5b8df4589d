"""What stands on buttons and in boxes of a page: forms, players, menus, networks, shops. Data: one pattern, in English.

It is tried on one stripped line of at most 160 characters, as a whole.
"""

from __future__ import annotations

import re

BUTTON = re.compile(
    r"\W{0,3}(?:home(?: ?[>»›/] ?[\w &]{2,25}){1,4}|news(?: ?[>»›/] ?[\w &]{2,25}){1,4}"
    r"|[\w &]{2,20}(?: [>»›] [\w &]{2,25}){1,4}"
    r"|a[+-]?|(?:turn on|enable|allow|get) notifications|(?:read|open|view|listen) in (?:the )?app"
    r"|available on (?:the )?.{2,40}"
    r"|get it on .{2,20}|report a correction|(?:send|give|leave|submit) (?:us )?feedback|rate this .{2,20}"
    r"|cite this .{2,20}"
    r"|(?:was|is) this (?:article|story|page|information) (?:helpful|useful)|did you (?:find|like|enjoy) this .{2,30}"
    r"|tell a friend|subscribe for .{2,30}|(?:sign|log) ?in to .{2,40}|(?:please "
    r"|you must be )log(?:ged)? ?in to .{2,40}"
    r"|sort by\b.{0,20}|(?:newest|oldest|best|top)(?: comments)? first|comments? policy|community (?:guidelines"
    r"|standards)"
    r"|please read our comments? policy.{0,40}|cookies? (?:settings|preferences|policy|notice)|do not sell .{2,40}"
    r"|your (?:privacy|cookie) (?:choices|settings)|something went wrong.{0,40}|an error (?:has )?occurred.{0,40}"
    r"|please (?:try again|enter a valid|check your) ?.{0,40}|view (?:this (?:post|tweet|reel|video) )?on (?:x"
    r"|twitter|instagram|facebook"
    r"|tiktok|youtube|threads)|a post shared by .{2,60}|(?:from )?around the web|(?:today|this week)[’']s (?:top "
    r"|best |most )?(?:read )?"
    r"(?:stories|news|headlines|picks)|upload (?:your )?(?:pictures|photos|videos?)\b.{0,40}|(?:re)?(?:published"
    r"|printed) with permission.{0,60}"
    r"|originally (?:published|posted|appeared) (?:on|at|in|by)\b[^,]{2,80}|first (?:published|appeared) (?:by|in"
    r"|on)\b[^,]{2,60}"
    r"|(?:more )?[a-z]{2,12}(?: [a-z]{3,14}){0,2}:? https?://\S+|information from: .{2,100}|(?:whatsapp|phone|tel"
    r"|fax|mobile|call)\s?:? ?\+?[\d ()-]{6,20}"
    r"|(?:exclusive|live|breaking|updated?|developing|opinion|analysis|video|watch|podcast|interactive|premium|free"
    r"|new|just in|ad)"
    r"|breaking news|skip to main content)\W{0,3}",
    re.IGNORECASE,
)
