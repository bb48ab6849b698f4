"""The admin's pages of boards and schools."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from magdit.areas.people import actions
from magdit.areas.people.actions.founding import protocols
from magdit.areas.people.admin_scope import Carried, Kept, account_of, doing_of, may_keep, schools_for
from magdit.areas.people.models import Board, School

BOARD_FIELDS = ("name", "contact", "address", "parents_needed", "keep_years")
SCHOOL_FIELDS = ("name", "brin", "protocol", "mirror", "mirror_days")


class SchoolForm(Carried[School]):
    """A school, under one of the protocols that there are."""

    protocol = forms.ChoiceField(choices=lambda: [(name, name) for name in protocols().ids()])

    class Meta:
        model = School
        fields = ("board", "code", *SCHOOL_FIELDS)


@admin.register(Board)
class BoardPage(Kept[Board]):
    """The board of the account. Only who keeps the computer makes one."""

    list_display = ("name", "contact", "parents_needed", "keep_years")
    fields = BOARD_FIELDS
    ordering = ("name",)

    def seen(self, request: HttpRequest) -> QuerySet[Board]:
        account = account_of(request)
        if account.is_superuser:
            return Board.objects.all()
        if account.person is None or not may_keep(request):
            return Board.objects.none()
        return Board.objects.filter(pk=account.person.board_id)

    def write(self, request: HttpRequest, row: Board, told: dict[str, Any], *, changed: list[str], new: bool) -> Board:
        doing = doing_of(request, row.pk)
        if new:
            return actions.found_board(doing, **told)
        return actions.edit_board(doing, **{field: told[field] for field in changed})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return account_of(request).is_superuser


@admin.register(School)
class SchoolPage(Kept[School]):
    """The schools of the account."""

    form = SchoolForm
    list_display = ("name", "code", "board", "protocol", "mirror")
    list_select_related = ("board",)
    search_fields = ("name", "code", "brin")
    fields = ("board", "code", *SCHOOL_FIELDS)
    ordering = ("name",)

    def seen(self, request: HttpRequest) -> QuerySet[School]:
        return schools_for(request)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("board", "code") if obj else ()

    def write(
        self, request: HttpRequest, row: School, told: dict[str, Any], *, changed: list[str], new: bool
    ) -> School:
        doing = doing_of(request, row.board_id)
        if not new:
            return actions.edit_school(doing, row.pk, **{field: told[field] for field in changed})
        return actions.found_school(doing, **{field: value for field, value in told.items() if field != "board"})
