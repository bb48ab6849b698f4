"""SQLite as a school needs it: one writer at a time, and nobody copies the log back while someone writes."""
