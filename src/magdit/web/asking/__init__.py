"""Asked of me: putting a draft before someone, answering, approving, and asking other parents through the school."""
