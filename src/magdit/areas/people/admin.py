"""The pages of the functioneel beheerder about people; Django looks for them here."""

from magdit.areas.people.admin_accounts import AccountPage
from magdit.areas.people.admin_bonds import BondPage
from magdit.areas.people.admin_people import PersonPage
from magdit.areas.people.admin_roles import GroupPage, MemberPage, RolePage
from magdit.areas.people.admin_schools import BoardPage, SchoolPage

__all__ = ["AccountPage", "BoardPage", "BondPage", "GroupPage", "MemberPage", "PersonPage", "RolePage", "SchoolPage"]
