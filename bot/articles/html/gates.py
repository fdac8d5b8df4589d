"""How a page says that more is to be read behind a gate. Pure.

A gate begins a block of its own, so that the pattern is matched at the start; what only asks for support, or offers a
newsletter, is none.
"""

from __future__ import annotations

import re

_READ = (
    r"(?:(?:continue|keep|read|finish|unlock)\b(?! (?:more|our|all|comments|the conversation)\b)"
    r"|(?:see|view|access) (?:this|the)\b)"
)
_SIGN = r"(?:subscri\w+|register|sign (?:in|up)|log ?in|become|join|create|start|buy)"
_STORY = r"(?:article|story|content|post|report|piece|page)"
_READERS = r"(?:paying |paid |premium |registered |our )*(?:subscribers?|members?)"

GATE = re.compile(
    rf"\s*(?:(?:please |you must |you need to )?{_SIGN}\b[^.]{{0,50}}\bto {_READ}"
    rf"|(?:want |wish )?to {_READ}[^.]{{0,50}}[,?:]? (?:please |simply |you must |you need to )?{_SIGN}\b"
    rf"|(?:continue|keep) reading(?: (?:this|the) \w+)?(?:[,:]? (?:please |simply )?{_SIGN}| (?:with|for|by)\b)"
    rf"|(?:want|wish) to (?:read|keep|continue)\b[^.?]{{0,30}}\? {_SIGN}"
    rf"|this (?:{_STORY} is (?:only |exclusively )?(?:for|reserved for|available (?:only )?(?:to|for)|exclusive to)"
    rf" (?:only )?{_READERS}|is an? (?:subscribers?|members?|premium)[ -](?:only|exclusive)?\s?{_STORY})"
    rf"|the (?:rest|remainder) of (?:this|the) {_STORY} is (?:behind|for|available|reserved|only)"
    rf"|(?:unlock|continue to) this {_STORY}"
    r"|you(?:[’']ve| have)\b[^.]{0,40}\b(?:reached|used|hit|read)\b[^.]{0,40}\b(?:limit|all|last)\b)",
    re.IGNORECASE,
)
FIRST_WORDS = frozenset(
    """
    please you you've you’ve subscribe subscribers subscription register sign log login become join create start buy
    want wish to continue keep this the unlock
    """.split()
)
"""What a gate begins with: most lines are not looked at any further."""
