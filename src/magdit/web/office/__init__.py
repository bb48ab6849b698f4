"""The office: rounds, paper, conflicts, imports, invitations."""
