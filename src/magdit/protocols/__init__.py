"""Read, check and export protocol packs: clauses as data, with the cases that prove them."""
