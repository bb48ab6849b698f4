"""Which words someone is shown about an item: the newest in their language, or else the Dutch ones, saying so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.consent.texts.words import SOURCE

UNTRANSLATED = {
    "nl": "Deze tekst is er nog niet in de gekozen taal. Hier staat de Nederlandse tekst.",
    "en": "This text is not available in the language you chose. You see the Dutch text.",
}


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text as it is shown. `asked` is the language someone wished for; `text.language` the one that they get."""

    text: ItemText
    asked: str

    @property
    def fell_back(self) -> bool:
        """Whether this is another language than was asked for; the answer is kept under the language shown."""
        return self.text.language != self.asked

    @property
    def notice(self) -> str:
        """The sentence that stands above a text that was not translated; empty otherwise."""
        return " ".join(UNTRANSLATED.values()) if self.fell_back else ""


def texts_shown(items: Iterable[Item], language: str) -> Mapping[UUID, ShownText]:
    """What someone is shown per item, in one read. An item without any Dutch text is left out: it cannot be asked."""
    wanted = {SOURCE, language, language.partition("-")[0]}
    newest: dict[tuple[UUID, str], ItemText] = {}
    rows = ItemText.objects.filter(item__in=[item.id for item in items], language__in=wanted).order_by("version")
    for text in rows:
        newest[text.item_id, text.language] = text
    found = {}
    for (item, tongue), source in newest.items():
        if tongue == SOURCE:
            found[item] = _shown(newest, source, language)
    return found


def text_shown(item: Item, language: str) -> ShownText | None:
    """What someone is shown about one item; None when it has no words yet."""
    return texts_shown([item], language).get(item.id)


def _shown(newest: Mapping[tuple[UUID, str], ItemText], source: ItemText, language: str) -> ShownText:
    for tongue in (language, language.partition("-")[0]):
        text = newest.get((source.item_id, tongue))
        # A translation of an older Dutch text says something else than is asked now: then Dutch it is.
        if text is not None and (tongue == SOURCE or text.translates == source.mark):
            return ShownText(text, tongue)
    return ShownText(source, language)
