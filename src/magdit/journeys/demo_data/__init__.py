"""Five invented schools, one per protocol, to look around in. Everyone in them is made up; the same each time."""
