"""Places, and how they stand to the event."""
