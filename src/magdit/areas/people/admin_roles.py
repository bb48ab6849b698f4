"""The admin's pages of roles, groups, and who is in a group. What began is never rewritten: it ends, or it goes on."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from magdit.areas.journal.refused import Refused
from magdit.areas.people import actions
from magdit.areas.people.admin_scope import Kept, doing_of, people_for, schools_for
from magdit.areas.people.models import Group, Membership, Role


@admin.register(Role)
class RolePage(Kept[Role]):
    """Who is what at a school, from a day until a day."""

    list_display = ("person", "role", "school", "begins", "ends")
    list_filter = ("role", ("school", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("person", "school")
    search_fields = ("person__last", "person__called")
    autocomplete_fields = ("person",)
    fields = ("person", "role", "school", "begins", "ends")
    ordering = ("person__last", "person__called")

    def seen(self, request: HttpRequest) -> QuerySet[Role]:
        here = Q(school__in=schools_for(request)) | Q(school=None)
        return Role.objects.filter(here, person__in=people_for(request))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("person", "role", "school", "begins") if obj else ()

    def write(self, request: HttpRequest, row: Role, told: dict[str, Any], *, changed: list[str], new: bool) -> Role:
        doing = doing_of(request, row.person.board_id)
        if new:
            return actions.give_role(
                doing, row.person_id, **{key: told[key] for key in ("role", "school", "begins", "ends")}
            )
        if told["ends"] is None:
            raise Refused("ends_missing")
        return actions.end_role(doing, row.pk, on=told["ends"])


@admin.register(Group)
class GroupPage(Kept[Group]):
    """Classes and groups of the schools that this account keeps. A class that is there stays as it is."""

    list_display = ("name", "year", "school", "kind")
    list_filter = ("year", ("school", admin.RelatedOnlyFieldListFilter), "kind")
    list_select_related = ("school",)
    search_fields = ("name",)
    fields = ("school", "year", "name", "kind")
    ordering = ("-year", "school__name", "name")

    def seen(self, request: HttpRequest) -> QuerySet[Group]:
        return Group.objects.filter(school__in=schools_for(request))

    def write(self, request: HttpRequest, row: Group, told: dict[str, Any], *, changed: list[str], new: bool) -> Group:
        return actions.make_group(doing_of(request, row.school.board_id), **told)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Membership)
class MemberPage(Kept[Membership]):
    """Who is in which group, from a day until a day."""

    list_display = ("person", "group", "role", "begins", "ends")
    list_filter = ("role", "group__year", ("group__school", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("person", "group__school")
    search_fields = ("person__last", "person__called", "group__name")
    autocomplete_fields = ("person", "group")
    fields = ("person", "group", "role", "begins", "ends")
    ordering = ("group__name", "person__last", "person__called")

    def seen(self, request: HttpRequest) -> QuerySet[Membership]:
        return Membership.objects.filter(group__school__in=schools_for(request), person__in=people_for(request))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("person", "group", "role", "begins") if obj else ("ends",)

    def write(
        self, request: HttpRequest, row: Membership, told: dict[str, Any], *, changed: list[str], new: bool
    ) -> Membership:
        doing = doing_of(request, row.group.school.board_id)
        if new:
            return actions.put_in_group(
                doing, group_id=row.group_id, person_id=row.person_id, role=told["role"], begins=told["begins"]
            )
        if told["ends"] is None:
            raise Refused("ends_missing")
        return actions.take_out_of_group(
            doing, group_id=row.group_id, person_id=row.person_id, role=row.role, on=told["ends"]
        )
