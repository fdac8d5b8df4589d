"""A link or a pasted text becomes an Article: links and extraction are pure, fetch is the only door to the web."""
