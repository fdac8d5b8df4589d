"""What a figure counts, and the clause that tells it."""
