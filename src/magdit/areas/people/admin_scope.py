"""What every page of the admin shares: who may be here, which rows they see, and who acts when they save.

Everything is written by an action, so each save has its line in the journal; nothing is deleted here. Django's own
log of the admin stays empty: it would keep names that outlive their file.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Account, Person, School
from magdit.areas.people.queries import visible_people, visible_schools
from magdit.areas.people.rights import roles_on
from magdit.wording.refusals import refusal_sentence

Model = TypeVar("Model", bound=models.Model)
KEEPER = "beheerder"

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as Base
    from django.forms import ModelForm
else:  # Django's own classes take no type between brackets at run time

    class Base(admin.ModelAdmin):
        def __class_getitem__(cls, model):
            return cls

    class ModelForm(forms.ModelForm):
        def __class_getitem__(cls, model):
            return cls


def today() -> date:
    """The day on the school's calendar, now: the admin is a door, and doors may ask the clock."""
    return timezone.now().astimezone(SCHOOL_CLOCK).date()


def account_of(request: HttpRequest) -> Account:
    """Who is signed in; pages of the admin are never shown to nobody."""
    if not isinstance(request.user, Account):
        raise Refused("not_yours")
    return request.user


def may_keep(request: HttpRequest) -> bool:
    """Whether this account works in the admin today: who keeps the computer, or a beheerder of school or board."""
    account = request.user
    if not (isinstance(account, Account) and account.is_active and account.is_staff):
        return False
    if account.is_superuser:
        return True
    return account.person_id is not None and roles_on(account.person_id, today()).filter(role=KEEPER).exists()


def doing_of(request: HttpRequest, board: UUID) -> Doing:
    """The signed-in account acting for a board, now. Who keeps the computer acts as a system that is named."""
    account = account_of(request)
    whole = account.is_superuser or account.person_id is None
    actor = Ref("systeem", f"account:{account.pk}") if whole else Ref("persoon", str(account.person_id))
    if whole and not account.is_superuser:
        raise Refused("not_yours")
    return Doing(actor, board, timezone.now())


def people_for(request: HttpRequest) -> QuerySet[Person]:
    """The people whom this account may see."""
    account = account_of(request)
    if account.is_superuser:
        return Person.objects.all()
    return visible_people(account.person, today()) if account.person and may_keep(request) else Person.objects.none()


def schools_for(request: HttpRequest) -> QuerySet[School]:
    """The schools whose rows this account may see."""
    account = account_of(request)
    if account.is_superuser:
        return School.objects.all()
    return visible_schools(account.person, today()) if account.person and may_keep(request) else School.objects.none()


class Carried(ModelForm[Model]):
    """A form that is carried out by an action. What the action refuses is told above the form, and nothing is lost."""

    carry_out: ClassVar[Any]  # set by the page, for one request

    def full_clean(self) -> None:
        super().full_clean()
        if not self.is_bound or self.errors:
            return
        try:
            with transaction.atomic():
                self.kept = self.carry_out()
        except Refused as refused:
            self.add_error(None, refusal_sentence(refused.code, refused.facts))


class Kept(Base[Model]):
    """A page for rows of people. Subclasses say which rows (`seen`) and how they are written (`write`)."""

    form: Any = Carried
    show_full_result_count = False

    def seen(self, request: HttpRequest) -> QuerySet[Model]:
        """The rows that this account may see."""
        raise NotImplementedError

    def write(self, request: HttpRequest, row: Any, told: dict[str, Any], *, changed: list[str], new: bool) -> Any:
        """Carry out what the form says, by an action; answers the row as it is kept."""
        raise Refused("not_yours")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Model]:
        return self.seen(request).order_by(*(self.get_ordering(request) or ("pk",)))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any) -> Any:
        """The form, which has what it says carried out by `write` once it is whole."""
        more.setdefault("form", self.form)
        made: Any = super().get_form(request, obj, change=change, **more)
        made.carry_out = lambda form: self.write(
            request, form.instance, form.cleaned_data, changed=form.changed_data, new=not change
        )
        return made

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing is left to save: an action did. The page goes on with the row as it is kept."""
        for field in form.kept._meta.concrete_fields:
            setattr(obj, field.attname, getattr(form.kept, field.attname))

    def save_related(self, request: Any, form: Any, formsets: Any, change: Any) -> None:
        """Nothing: rows around a row have a page and an action of their own."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **more: Any) -> Any:
        """Offer, and accept, only rows that this account may see."""
        if db_field.related_model is Person:
            more["queryset"] = people_for(request)
        if db_field.related_model is School:
            more["queryset"] = schools_for(request)
        return super().formfield_for_foreignkey(db_field, request, **more)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **more: Any) -> Any:
        """Without Django's buttons to add or change a row beside the field: what belongs together is told together."""
        field: Any = super().formfield_for_dbfield(db_field, request, **more)
        for button in ("can_add_related", "can_change_related", "can_view_related", "can_delete_related"):
            if field is not None and hasattr(field.widget, button):
                setattr(field.widget, button, False)
        return field

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_keep(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_keep(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_keep(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_keep(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def log_addition(self, request: Any, obj: Any, message: Any) -> Any:
        """The journal has it."""

    def log_change(self, request: Any, obj: Any, message: Any) -> Any:
        """The journal has it."""
