"""The pages of the functioneel beheerder about people; Django looks for them here."""

from django.contrib import admin
from django.contrib.auth.models import Group as RightsGroup

from magdit.areas.people.admin_accounts import AccountPage
from magdit.areas.people.admin_bonds import BondPage
from magdit.areas.people.admin_people import PersonPage
from magdit.areas.people.admin_roles import GroupPage, MemberPage, RolePage
from magdit.areas.people.admin_schools import BoardPage, SchoolPage

__all__ = ["AccountPage", "BoardPage", "BondPage", "GroupPage", "MemberPage", "PersonPage", "RolePage", "SchoolPage"]

# Rights follow from roles; Django's own groups of rights would be a second truth beside them.
admin.site.unregister(RightsGroup)
