"""What can be done with people: every change of their rows, by someone who may, with one line in the journal."""

from magdit.areas.people.actions.accounts import close_account, give_account
from magdit.areas.people.actions.api_keys import close_key, key_was_used, make_key
from magdit.areas.people.actions.bonds import add_guardian, bond_guardian, change_authority, end_bond
from magdit.areas.people.actions.founding import edit_board, edit_school, found_board, found_school
from magdit.areas.people.actions.groups import make_group, put_in_group, take_out_of_group
from magdit.areas.people.actions.leaving import leave, remove_file, take_back_leaving
from magdit.areas.people.actions.persons import add_person, edit_person, move_person, shield
from magdit.areas.people.actions.roles import end_role, give_role

__all__ = [
    "add_guardian",
    "add_person",
    "bond_guardian",
    "change_authority",
    "close_account",
    "close_key",
    "edit_board",
    "edit_person",
    "edit_school",
    "end_bond",
    "end_role",
    "found_board",
    "found_school",
    "give_account",
    "give_role",
    "key_was_used",
    "leave",
    "make_group",
    "make_key",
    "move_person",
    "put_in_group",
    "remove_file",
    "shield",
    "take_back_leaving",
    "take_out_of_group",
]
