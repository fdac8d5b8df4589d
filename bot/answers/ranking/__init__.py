"""Which sentences of an article answer a question: words, meaning, what is asked for, and where they stand."""
