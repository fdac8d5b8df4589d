"""The use cases: what is done for whom. The edges fetch, remember and post; the editor reads and chooses."""

from bot.newsdesk.digesting import Newsdesk, Web
from bot.newsdesk.identities import identify, read_page

__all__ = ["Newsdesk", "Web", "identify", "read_page"]
