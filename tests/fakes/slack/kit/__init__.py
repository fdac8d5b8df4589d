"""Block Kit as Slack checks it: tables of what is allowed, and a walk over them."""

from tests.fakes.slack.kit.messages import Blocks, Surface, faults, interactive, length, too_long, words_of
from tests.fakes.slack.kit.views import view_faults

__all__ = ["Blocks", "Surface", "faults", "interactive", "length", "too_long", "view_faults", "words_of"]
