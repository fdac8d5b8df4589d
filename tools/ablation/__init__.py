"""What each rule of the extractors is worth: one is switched off at a time, and the digests are compared."""
