"""The stretch of a sentence that answers a question."""
