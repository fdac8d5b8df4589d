"""Tools for those who build Dateline; nothing of it is needed at run time."""
