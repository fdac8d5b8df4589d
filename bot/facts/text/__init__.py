"""The article as characters and tokens, before anybody asks: layout, noise, marks, word lists, the page."""
