"""The tests: living documentation, told with real things."""
