"""A pasted text as an article: which of its passages belong to the story."""
