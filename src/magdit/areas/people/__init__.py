"""Boards, schools and the people around them: roles, groups, guardians and their authority."""
