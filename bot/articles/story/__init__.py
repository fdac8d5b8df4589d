"""The story of a page, without what stands around it."""
