"""What a school wants to send out, and what went out: drafts, doubts, approvals and publications."""
