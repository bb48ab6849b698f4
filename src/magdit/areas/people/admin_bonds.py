"""The admin's page of who stands around a child, and with what authority. Opening one is told to the journal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from magdit.areas.journal.refused import Refused
from magdit.areas.people import actions
from magdit.areas.people.admin_scope import Carried, account_of, doing_of, today
from magdit.areas.people.admin_seen import Watched, own_children
from magdit.areas.people.models import Guardianship, Person
from magdit.areas.people.queries import visible_bonds

NAMES = ("called", "infix", "last", "email", "institution")
AUTHORITY = ("authority", "source", "since")


class NewBond(Carried[Guardianship]):
    """A guardian of a child: someone who is known already, or someone new."""

    called = forms.CharField(required=False, label="Roepnaam", max_length=80)
    infix = forms.CharField(required=False, label="Voorvoegsel", max_length=30)
    last = forms.CharField(required=False, label="Achternaam of naam", max_length=160)
    email = forms.EmailField(required=False, label="E-mail")
    institution = forms.BooleanField(required=False, label="Is een instelling")

    class Meta:
        model = Guardianship
        fields = ("child", "guardian", "relation", *AUTHORITY)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["guardian"].required = False

    def _get_validation_exclusions(self) -> set[str]:
        """Who is new has no row yet: the model need not miss it."""
        return {*super()._get_validation_exclusions(), "guardian"}  # type: ignore[misc]  # not in the stubs


class KnownBond(Carried[Guardianship]):
    """A bond that is there: its authority, and its last day."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Guardianship
        fields = (*AUTHORITY, "ended")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["seen_version"].initial = self.instance.version


@admin.register(Guardianship)
class BondPage(Watched[Guardianship]):
    """Guardians of the children of the schools that this account keeps, but for children of one's own."""

    list_display = ("child", "guardian", "relation", "ended")
    list_filter = ("relation",)
    list_select_related = ("child", "guardian")
    search_fields = ("child__last", "child__called", "guardian__last", "guardian__called")
    ordering = ("child__last", "child__called")
    autocomplete_fields = ("child", "guardian")
    told_as = "gezag"

    def seen(self, request: HttpRequest) -> QuerySet[Guardianship]:
        account = account_of(request)
        rows = Guardianship.objects.all()
        if not account.is_superuser:
            rows = visible_bonds(account.person, today()) if account.person else Guardianship.objects.none()
        return rows.exclude(child__in=own_children(request))

    def about(self, row: Guardianship) -> Person:
        return row.child

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any) -> Any:
        return super().get_form(request, obj, change=change, **{**more, "form": KnownBond if obj else NewBond})

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is not None:
            fields = ("child", "guardian", "relation", *AUTHORITY, "ended", "seen_version")
            return ((None, {"fields": fields}),)
        return (
            (None, {"fields": ("child", "guardian")}),
            ("Of een verzorger die nog niet bekend is", {"fields": NAMES}),
            ("De band", {"fields": ("relation", *AUTHORITY)}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("child", "guardian", "relation") if obj else ()

    def write(
        self, request: HttpRequest, row: Guardianship, told: dict[str, Any], *, changed: list[str], new: bool
    ) -> Guardianship:
        authority = {field: told[field] for field in AUTHORITY}
        if new:
            return self._bind(request, told, authority)
        doing = doing_of(request, row.child.board_id)
        kept = row
        if set(AUTHORITY) & set(changed):
            kept = actions.change_authority(doing, row.pk, seen_version=told["seen_version"], **authority)
        if "ended" in changed:
            if told["ended"] is None:
                raise Refused("bond_over")
            kept = actions.end_bond(doing, row.pk, on=told["ended"])
        return kept

    def _bind(self, request: HttpRequest, told: dict[str, Any], authority: dict[str, Any]) -> Guardianship:
        child, relation = told["child"], told["relation"]
        doing = doing_of(request, child.board_id)
        if told["guardian"] is not None:
            return actions.bond_guardian(
                doing, child_id=child.pk, guardian_id=told["guardian"].pk, relation=relation, **authority
            )
        names = {field: told[field] for field in NAMES}
        return actions.add_guardian(doing, child_id=child.pk, relation=relation, **authority, **names)
