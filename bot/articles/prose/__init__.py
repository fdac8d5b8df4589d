"""Lines and phrases that belong to no story, whether they come from a page or from a paste."""
