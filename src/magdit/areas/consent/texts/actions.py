"""Writing a new version of a text. The old one stays: answers were given under it."""

from __future__ import annotations

from django.db import transaction

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.consent.texts.words import LANGUAGE, SOURCE, Words, faults, mark_of, tidy
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import GOVERNORS, require_board


@transaction.atomic
def new_text(doing: Doing, item: Item, words: Words, *, language: str = SOURCE, seen: int | None = None) -> ItemText:
    """The next version of an item's text in a language; the same words again make no new version.

    `seen`: the version that the writer began from (0: there was none). Refused when there is another one now.
    """
    require_board(doing, GOVERNORS, board=item.board_id)
    kept, told = Item.objects.select_for_update().get(pk=item.pk), checked(words)
    if seen is not None and not _still(kept, told, language=language, seen=seen):
        raise Refused("changed_meanwhile")
    text, new = write_version(doing, kept, told, language=language)
    if new:
        details = {"taal": language, "versie": text.version, "merk": text.mark}
        record(doing, "tekst_gemaakt", Ref("onderwerp", str(kept.id)), details=details)
    return text


def write_version(doing: Doing, item: Item, words: Words, *, language: str) -> tuple[ItemText, bool]:
    """Write words that were checked, under a lock that the caller holds; whether they were new. No journal line."""
    if not LANGUAGE.fullmatch(language):
        raise Refused("text_language", language=language)
    last = ItemText.objects.filter(item=item, language=language).order_by("-version").first()
    source = "" if language == SOURCE else source_mark(item)
    mark = mark_of(words, language=language)
    if last is not None and (last.mark, last.translates) == (mark, source):
        return last, False
    version = last.version + 1 if last is not None else 1
    told = dict(words.parts())
    text = ItemText(
        item=item, language=language, version=version, made_at=doing.at, mark=mark, translates=source, **told
    )
    text.save(force_insert=True)
    return text, True


def _still(item: Item, words: Words, *, language: str, seen: int) -> bool:
    """Whether nobody wrote another text since this version: the same words are no other text."""
    last = ItemText.objects.filter(item=item, language=language).order_by("-version").first()
    if last is None:
        return seen == 0
    return last.version == seen or last.mark == mark_of(words, language=language)


def source_mark(item: Item) -> str:
    """The mark of the newest Dutch text; a translation says so that it is of this one."""
    source = ItemText.objects.filter(item=item, language=SOURCE).order_by("-version").first()
    if source is None:
        raise Refused("text_source", code=item.code)
    return source.mark


def checked(words: Words) -> Words:
    """The words as they are kept, or Refused when they cannot be shown."""
    kept = tidy(words)
    for code in faults(kept):
        raise Refused(code)
    return kept
