"""What a sentence means, as a vector: near to that of another one that says the same in other words.

The only room that knows the model. Only the wiring imports it, and only where questions are answered.
"""
