"""The tables a school exports: who is on the roster, who said yes to what, and who is in the picture."""
