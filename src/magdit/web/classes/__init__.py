"""Classes: who may be shown where, and the card for a photo moment."""
