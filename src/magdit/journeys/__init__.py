"""Stories that cross several rooms of the building, one file per story."""
