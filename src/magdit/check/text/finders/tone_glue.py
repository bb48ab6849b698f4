"""Words run together to hide them: 'ikhaatmoslims'. Taken apart only when every part is a word we know."""

from __future__ import annotations

from functools import lru_cache

from magdit.check.text.finders.tone_words import grades, is_ordinary, is_strong

_SHORTEST, _LONGEST, _LONGEST_PART = 9, 60, 16
_FEWEST = 3  # two words together are a compound of every day more often than a trick
_SMALL = frozenset(
    "ik jij je jullie alle allemaal die de het een zijn bent is ben haat haten aan op met naar moeten moet dood weg ga "
    "gaat terug land niet geen zo dom vies lelijk wij dat van hier wat eigen krijg hoop in en zij ze kut".split()
)


@lru_cache(maxsize=1 << 13)
def glued_apart(word: str) -> tuple[str, ...]:
    """'ikhaatmoslims' as three words; a word that is known, or not built of known words, as one."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or grades(word) or is_ordinary(word):
        return (word,)
    parts = _split(word)
    if len(parts) < _FEWEST or not any(grades(part) for part in parts):
        return (word,)
    return parts


@lru_cache(maxsize=1 << 12)
def _split(rest: str) -> tuple[str, ...]:
    """The known words that make up this stretch, the longest first; nothing when it has another part."""
    for length in range(min(len(rest), _LONGEST_PART), 1, -1):
        head, tail = rest[:length], rest[length:]
        if head in _SMALL or is_strong(head):
            behind = _split(tail) if tail else ()
            if behind or not tail:
                return (head, *behind)
    return ()
