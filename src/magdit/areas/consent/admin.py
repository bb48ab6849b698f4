"""The admin's pages of consent: items and their words can be changed, answers only read.

Answers are shown without who gave them: what a parent said stays between them and the office page that needs it.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from magdit.areas.consent.books import channels_of
from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.consent.texts.actions import new_text
from magdit.areas.consent.texts.catalogue import purposes
from magdit.areas.consent.texts.catalogue_actions import add_item, change_item
from magdit.areas.consent.texts.words import Words
from magdit.areas.people.admin_scope import Carried, Kept, account_of, doing_of, may_keep, people_for
from magdit.areas.people.admin_seen import Watched, own_children
from magdit.areas.people.models import Board, Person, School
from magdit.words.states import COVERS
from magdit.words.vocabulary import Vocabulary

FREE = ("pictogram", "order", "active")
ABOUT = ("purpose", "channel", "covers", "asked_of", "basis")


def board_of_account(request: HttpRequest) -> Q:
    """The rows of the account's own board; all of them for who keeps the computer."""
    account = account_of(request)
    if account.is_superuser:
        return Q()
    here = account.person is not None and may_keep(request)
    return Q(board=account.person.board_id) if here and account.person else Q(pk__in=[])


def _boards(request: HttpRequest) -> QuerySet[Board]:
    account = account_of(request)
    if account.is_superuser:
        return Board.objects.all()
    return Board.objects.filter(pk=account.person.board_id) if account.person else Board.objects.none()


def _channels(request: HttpRequest) -> Vocabulary:
    return channels_of(School.objects.filter(board__in=_boards(request)))


class ByChannel(admin.SimpleListFilter):
    """The items of one channel, by its name."""

    title = parameter_name = "kanaal"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        used = set(Item.objects.filter(board_of_account(request)).values_list("channel", flat=True))
        return [(word.code, word.dutch) for word in _channels(request) if word.code in used]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Item]) -> QuerySet[Item]:
        return queryset.filter(channel=self.value()) if self.value() else queryset


class ItemForm(Carried[Item]):
    """An item; a new one with its first Dutch words."""

    covers = forms.MultipleChoiceField(label="gaat over", choices=[(word.code, word.dutch) for word in COVERS])
    title = forms.CharField(label="vraag", max_length=200, required=False)
    body = forms.CharField(label="uitleg", widget=forms.Textarea, required=False)
    why = forms.CharField(label="waarom we het vragen", widget=forms.Textarea, required=False)

    class Meta:
        model = Item
        fields = ("board", "code", *ABOUT, *FREE)


@admin.register(Item)
class ItemPage(Kept[Item]):
    """What the board can ask. What it is about stays as it is once somebody answered; then retire it."""

    form = ItemForm
    list_display = ("code", "why", "channel", "asked_of", "active", "board")
    list_select_related = ("board",)
    list_filter = (ByChannel, "asked_of", "active")
    search_fields = ("code", "purpose")
    ordering = ("order", "code")

    def seen(self, request: HttpRequest) -> QuerySet[Item]:
        return Item.objects.filter(board_of_account(request))

    @admin.display(description="doel", ordering="purpose")
    def why(self, row: Item) -> str:
        """The purpose in words; one that a board made up itself is as it wrote it."""
        known = purposes().get(row.purpose)
        return known.words["nl"] if known is not None else row.purpose

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The words belong to making one; later versions have a page of their own."""
        return ("board", "code", *ABOUT, *FREE, *(() if obj else ("title", "body", "why")))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("board", "code") if obj else ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **more: Any) -> Any:
        """Only the own board can be chosen."""
        if db_field.related_model is Board:
            more["queryset"] = _boards(request)
        return super().formfield_for_foreignkey(db_field, request, **more)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **more: Any) -> Any:
        """The channels are ours and those of the packs of the board's schools."""
        if db_field.name == "channel":
            choices = [(word.code, word.dutch) for word in _channels(request)]
            return forms.ChoiceField(label=db_field.verbose_name, choices=choices)
        return super().formfield_for_dbfield(db_field, request, **more)

    def write(self, request: HttpRequest, row: Item, told: dict[str, Any], *, changed: list[str], new: bool) -> Item:
        doing = doing_of(request, row.board_id)
        if not new:
            return change_item(doing, row, **{field: told[field] for field in changed if field in (*ABOUT, *FREE)})
        words = Words(told["title"], told["body"], told["why"])
        about = {field: told[field] for field in (*ABOUT, *FREE)}
        return add_item(doing, told["board"], code=told["code"], words=words, **about)


@admin.register(ItemText)
class TextPage(Kept[ItemText]):
    """The words that are shown. Saving makes the next version; the old one stays with the answers."""

    list_display = ("item", "language", "version", "title", "made_at")
    list_filter = ("language",)
    list_select_related = ("item",)
    ordering = ("item", "language", "-version")
    fields = ("item", "language", "title", "body", "why")

    def seen(self, request: HttpRequest) -> QuerySet[ItemText]:
        return ItemText.objects.filter(item__in=Item.objects.filter(board_of_account(request)))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("item", "language") if obj else ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **more: Any) -> Any:
        """Only items of the own board can be chosen."""
        if db_field.related_model is Item:
            more["queryset"] = Item.objects.filter(board_of_account(request))
        return super().formfield_for_foreignkey(db_field, request, **more)

    def write(
        self, request: HttpRequest, row: ItemText, told: dict[str, Any], *, changed: list[str], new: bool
    ) -> ItemText:
        item = told.get("item") or row.item
        words = Words(told["title"], told["body"], told["why"])
        return new_text(doing_of(request, item.board_id), item, words, language=told.get("language") or row.language)


@admin.register(Answer)
class AnswerPage(Watched[Answer]):
    """Every answer about the people of the account's schools, but for children of one's own. To read only."""

    told_as = "toestemming"

    list_display = ("person", "item", "role", "state", "at", "until", "form", "source", "as_of")
    list_filter = ("state", "source", "item")
    list_select_related = ("person", "item")
    ordering = ("-at",)
    fields = readonly_fields = (
        "person", "item", "role", "state", "at", "until", "form", "language", "text", "source", "as_of", "number",
    )  # fmt: skip

    def seen(self, request: HttpRequest) -> QuerySet[Answer]:
        return Answer.objects.filter(person__in=people_for(request)).exclude(person__in=own_children(request))

    def about(self, row: Answer) -> Person:
        return row.person

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
