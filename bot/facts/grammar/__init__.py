"""What a parse tells: entities mended, predicates, events, what the article is about, how sentences open."""
