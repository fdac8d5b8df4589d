"""A page as a tree: parsing, marks that many pages share, structured data, gates."""
