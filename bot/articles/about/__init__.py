"""What a page says of itself: title, authors, date, outlet, language."""
