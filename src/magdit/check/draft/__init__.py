"""The check of one draft: look, reconcile, judge, mend, look again, and keep a receipt."""
