"""Who says what: claims, their speakers, and how firmly it is said."""
