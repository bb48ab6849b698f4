"""Where a protocol stands in its life."""

from magdit.words.vocabulary import Vocabulary, Word

PHASES = Vocabulary(
    "fase",
    (
        Word("concept", "concept", "draft"),
        Word("vastgesteld", "vastgesteld, nog niet in werking", "adopted, not yet in force"),
        Word("in_werking", "in werking", "in force"),
        Word("verlopen", "verlopen", "expired"),
        Word("onbekend", "onbekend: er is geen begindag ingevuld", "unknown: no first day is filled in"),
    ),
)
