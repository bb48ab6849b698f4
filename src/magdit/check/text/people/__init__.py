"""People of the roster in a text: every way to write them, found in one pass, weighed by what stands around them."""
