"""An invented class and real photographs, to see the check at work."""
