"""When a school is closed: the list of its holidays and days off, for who leads it."""
