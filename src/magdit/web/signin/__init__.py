"""Coming in: password and second step, one-time links, invitations, the school's own sign-in."""
