"""What a board does with its items: lay the catalogue, add one, change one, retire one. Never changes what was asked.

What an item is about (channel, purpose, what it covers, of whom, on which basis) stays as it is from the first answer
on: a yes to a photo does not become a yes to a video. Then the item is retired and another takes its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from magdit.areas.consent.books import channels_of
from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.consent.texts.actions import checked
from magdit.areas.consent.texts.catalogue import Offered, catalogue, pictograms
from magdit.areas.consent.texts.words import SOURCE, Words, mark_of
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, School
from magdit.areas.people.rights import GOVERNORS, require_board
from magdit.words.states import COVERS

ABOUT = frozenset({"purpose", "channel", "covers", "asked_of", "basis"})
FREE = frozenset({"pictogram", "order", "active"})


@transaction.atomic
def lay_catalogue(doing: Doing, board: Board) -> int:
    """Give a board every item of the catalogue that it does not have yet; how many these were. Changes no other."""
    require_board(doing, GOVERNORS, board=board.id)
    Board.objects.select_for_update().get(pk=board.pk)
    there = set(Item.objects.filter(board=board).values_list("code", flat=True))
    new = [(order, offered) for order, offered in enumerate(catalogue(), 1) if offered.code not in there]
    items = Item.objects.bulk_create(_item(board, offered, order) for order, offered in new)
    ItemText.objects.bulk_create(
        text for item, (_, offered) in zip(items, new, strict=True) for text in _texts(doing, item, offered)
    )
    if new:
        codes = [offered.code for _, offered in new]
        record(doing, "catalogus_gelegd", Ref("bestuur", str(board.id)), details={"onderwerpen": codes})
    return len(new)


@transaction.atomic
def add_item(doing: Doing, board: Board, *, code: str, words: Words, **about: Any) -> Item:
    """An item of the board's own, with its first Dutch text. `about` as in `change_item`, purpose and channel too."""
    require_board(doing, GOVERNORS, board=board.id)
    item = Item(board=board, code=code, **about)
    _hold(item)
    if Item.objects.filter(board=board, code=code).exists():
        raise Refused("item_exists", code=code)
    item.save(force_insert=True)
    ItemText.objects.create(**_text_values(doing, item, SOURCE, checked(words)))
    record(doing, "onderwerp_gemaakt", Ref("onderwerp", str(item.id)), details={"code": code})
    return item


@transaction.atomic
def change_item(doing: Doing, item: Item, **changes: Any) -> Item:
    """Change an item: its pictogram and order always, what it is about only as long as nobody answered."""
    require_board(doing, GOVERNORS, board=item.board_id)
    if set(changes) - ABOUT - FREE:
        raise Refused("item_field", fields=", ".join(sorted(set(changes) - ABOUT - FREE)))
    kept = Item.objects.select_for_update().get(pk=item.pk)
    moved = {name for name, value in changes.items() if getattr(kept, name) != value}
    if moved & ABOUT and Answer.objects.filter(item=kept).exists():
        raise Refused("item_answered", code=kept.code)
    for name in moved:
        setattr(kept, name, changes[name])
    _hold(kept)
    if moved:
        kept.save()
        record(doing, "onderwerp_veranderd", Ref("onderwerp", str(kept.id)), details={"velden": sorted(moved)})
    return kept


def retire_item(doing: Doing, item: Item) -> Item:
    """Ask this no longer. The answers stay; what rests on them is for the round and the standing to say."""
    return change_item(doing, item, active=False)


def _hold(item: Item) -> None:
    """Refuse an item that says something we have no word for."""
    media = channels_of(School.objects.filter(board=item.board_id))
    if item.channel not in {word.code for word in media}:
        raise Refused("item_channel", channel=item.channel, near=", ".join(media.nearest(item.channel)) or "-")
    unknown = [cover for cover in item.covers if cover not in {word.code for word in COVERS}]
    if unknown or not item.covers:
        raise Refused("item_covers", covers=", ".join(word.code for word in COVERS))
    if item.asked_of not in {"leerling", "medewerker"} or item.basis not in {"toestemming", "gerechtvaardigd_belang"}:
        raise Refused("item_basis")
    if item.basis == "gerechtvaardigd_belang" and item.asked_of != "medewerker":
        raise Refused("item_pupils_consent")
    if item.pictogram and item.pictogram not in pictograms():
        raise Refused("item_pictogram", known=", ".join(sorted(pictograms())))


def _item(board: Board, offered: Offered, order: int) -> Item:
    return Item(
        board=board, code=offered.code, purpose=offered.purpose, channel=offered.channel, covers=list(offered.covers),
        asked_of=offered.asked_of, basis=offered.basis, pictogram=offered.pictogram, order=order * 10,
    )  # fmt: skip


def _texts(doing: Doing, item: Item, offered: Offered) -> list[ItemText]:
    source = mark_of(offered.words[SOURCE], language=SOURCE)
    return [
        ItemText(**_text_values(doing, item, language, words), translates="" if language == SOURCE else source)
        for language, words in offered.words.items()
    ]


def _text_values(doing: Doing, item: Item, language: str, words: Words) -> Mapping[str, Any]:
    mark = mark_of(words, language=language)
    told = dict(words.parts())
    return {"item": item, "language": language, "version": 1, "made_at": doing.at, "mark": mark, **told}
