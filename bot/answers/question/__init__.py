"""What somebody wants to know, out of what they typed."""
