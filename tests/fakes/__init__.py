"""Stand-ins for the world outside, as strict as the real thing."""
