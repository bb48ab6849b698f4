"""Reading a pack as a critical colleague: what contradicts itself, stays open, is out of date or never applies."""
