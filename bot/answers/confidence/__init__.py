"""How sure one may be that the article answers a question as it was said."""
