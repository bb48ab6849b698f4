"""The admin's pages of persons: search, filter, add, edit, report that someone leaves, remove a file that is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join

from magdit.areas.journal.refused import Refused
from magdit.areas.people import actions
from magdit.areas.people.admin_scope import Carried, doing_of, people_for, schools_for
from magdit.areas.people.admin_seen import Watched
from magdit.areas.people.models import Person, Role, School
from magdit.areas.people.sight import SEES
from magdit.wording.refusals import refusal_sentence
from magdit.words.roles import ROLES

FIELDS = ("first", "called", "infix", "last", "born", "email", "language", "institution", "shielded")
ROLE_CHOICES = [("", "geen")] + [(code, ROLES.dutch(code)) for code in SEES]


class NewPerson(Carried[Person]):
    """Someone new at a school, with a role there or (a guardian) without one."""

    school = forms.ModelChoiceField(School.objects.none(), label="school")
    role = forms.ChoiceField(choices=ROLE_CHOICES, required=False, label="rol")

    class Meta:
        model = Person
        fields = FIELDS


class KnownPerson(Carried[Person]):
    """Someone who is there already. Remembers which version was shown, so that two cannot overwrite each other."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Person
        fields = (*FIELDS, "left_on")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["seen_version"].initial = self.instance.version


class AtSchool(admin.SimpleListFilter):
    """Persons with a role at one of the schools that this account may see."""

    title = "school"
    parameter_name = "school"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(school.code, school.name) for school in schools_for(request)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> QuerySet[Person]:
        if not self.value():
            return queryset
        roles = Role.objects.filter(school__code=self.value(), school__in=schools_for(request))
        return queryset.filter(pk__in=roles.values("person"))


class WithRole(admin.SimpleListFilter):
    """Persons with a role."""

    title = "rol"
    parameter_name = "rol"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(code, label) for code, label in ROLE_CHOICES if code]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> QuerySet[Person]:
        roles = Role.objects.filter(role=self.value())
        return queryset.filter(pk__in=roles.values("person")) if self.value() else queryset


@admin.register(Person)
class PersonPage(Watched[Person]):
    """Persons of the schools that this account keeps."""

    list_display = ("last", "infix", "called", "first", "born", "left_on", "institution", "shielded")
    list_display_links = ("last",)
    list_filter = (AtSchool, WithRole, "institution", "shielded")
    search_fields = ("last", "called", "first", "email")
    ordering = ("last", "called")
    readonly_fields = ("roles_told", "groups_told", "around_told")
    actions = ("remove_files",)
    told_as = "persoon"

    def seen(self, request: HttpRequest) -> QuerySet[Person]:
        return people_for(request)

    def about(self, row: Person) -> Person:
        return row

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any) -> Any:
        form = super().get_form(request, obj, change=change, **{**more, "form": KnownPerson if obj else NewPerson})
        if obj is None:
            form.base_fields["school"].queryset = schools_for(request)
        return form

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*FIELDS, "left_on", "seen_version", *self.readonly_fields) if obj else ("school", "role", *FIELDS)

    def write(
        self, request: HttpRequest, row: Person, told: dict[str, Any], *, changed: list[str], new: bool
    ) -> Person:
        fields = {field: told[field] for field in FIELDS if new or field in changed}
        if new:
            school = told["school"]
            return actions.add_person(doing_of(request, school.board_id), school=school, role=told["role"], **fields)
        doing = doing_of(request, row.board_id)
        kept = actions.edit_person(doing, row.pk, seen_version=told["seen_version"], **fields)
        if "left_on" not in changed:
            return kept
        if told["left_on"] is None:
            return actions.take_back_leaving(doing, row.pk)
        return actions.leave(doing, row.pk, on=told["left_on"])

    @admin.action(description="Dossier verwijderen (na de bewaartermijn)")
    def remove_files(self, request: HttpRequest, chosen: QuerySet[Person]) -> None:
        """Remove the files that are due, one by one; the others stay, each with its reason."""
        for person in chosen:
            try:
                actions.remove_file(doing_of(request, person.board_id), person.pk)
                messages.success(request, "Een dossier is verwijderd.")
            except Refused as refused:
                messages.error(request, refusal_sentence(refused.code, refused.facts))

    @admin.display(description="rollen")
    def roles_told(self, person: Person) -> str:
        rows = person.roles.select_related("school")
        return _lines(
            f"{ROLES.dutch(row.role)}, {row.school or 'hele bestuur'}{_days(row.begins, row.ends)}" for row in rows
        )

    @admin.display(description="klassen en groepen")
    def groups_told(self, person: Person) -> str:
        rows = person.memberships.select_related("group__school")
        return _lines(f"{row.group}, {row.group.school}, als {row.role}{_days(row.begins, row.ends)}" for row in rows)

    @admin.display(description="verzorgers en kinderen")
    def around_told(self, person: Person) -> str:
        """Who stand around; what is known of authority is on the page of the bond, which the journal sees opened."""
        guardians = person.guardianships.select_related("guardian")
        told = [f"{row.relation}: {row.guardian}{_days(None, row.ended)}" for row in guardians]
        children = person.wards.select_related("child")
        return _lines([*told, *(f"{row.relation} van: {row.child}{_days(None, row.ended)}" for row in children)])


def _lines(told: Iterable[str]) -> str:
    return format_html_join("", "<div>{}</div>", ((line,) for line in told)) or "-"


def _days(begins: date | None, ends: date | None) -> str:
    since = f", vanaf {begins:%d-%m-%Y}" if begins else ""
    return since + (f", tot en met {ends:%d-%m-%Y}" if ends else "")
