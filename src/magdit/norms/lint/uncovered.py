"""What a protocol says nothing about: acts within its scope on which only `standaard` speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from magdit.norms.act import Act
from magdit.norms.examples.telling import BLANK
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.truth import YES


@dataclass(frozen=True, slots=True)
class Silence:
    """For whom, and on which channels, nothing is said."""

    roles: tuple[str, ...]
    media: tuple[str, ...]


ROLES = ("leerling", "leerkracht", "ouder", "directeur", "stagiair", "vrijwilliger")


def uncovered_findings(at: LookedAt) -> Iterator[Finding]:
    """Role by action by channel; actions that share the same silence stand in one finding."""
    actions = at.catalogue.vocabularies["handeling"]
    together: dict[Silence, list[tuple[str, Act]]] = {}
    for action in actions:
        silent = list(_silent(at, action.code))
        if silent:
            shape = Silence(
                tuple(dict.fromkeys(role for role, _, _ in silent)),
                tuple(dict.fromkeys(medium for _, medium, _ in silent)),
            )
            together.setdefault(shape, []).append((action.dutch, silent[0][2]))
    for shape, found in together.items():
        facts = {"handeling": ", ".join(action for action, _ in found), **_in_words(at, shape)}
        yield Finding("niet_gedekt", "weten", (at.pack.default.clause,), facts, example=found[0][1])


def _silent(at: LookedAt, action: str) -> Iterator[tuple[str, str, Act]]:
    for role in ROLES:
        start = _within_scope(at, {"handeling": action, "wie": (role,)})
        if start is None:
            continue
        for word in at.catalogue.vocabularies["medium"]:
            act = start.with_fact("medium", word.code)
            if _only_the_default_speaks(at, act):
                yield role, word.code, act


def _in_words(at: LookedAt, shape: Silence) -> dict[str, str]:
    roles, media = at.catalogue.vocabularies["rol"], at.catalogue.vocabularies["medium"]
    everyone, everywhere = len(shape.roles) == len(ROLES), len(shape.media) == len(media.words)
    return {
        "wie": "iedereen" if everyone else ", ".join(roles.dutch(role) for role in shape.roles),
        "media": "elk medium" if everywhere else _few([media.dutch(medium) for medium in shape.media]),
    }


def _within_scope(at: LookedAt, told: dict[str, str | tuple[str, ...]]) -> Act | None:
    """The act, told on until the protocol certainly speaks of it; None when it never does."""
    scopes = [scope for scope in at.pack.scopes if not scope.clauses]
    wishes = [(scope.about, True) for scope in scopes]
    act = next(at.supposer.all_so(wishes, Act(facts={**BLANK.facts, **told}), tries=200), None)
    return act if act is not None and at.examples.outcome(act).scope is YES else None


def _only_the_default_speaks(at: LookedAt, act: Act) -> bool:
    outcome = at.examples.outcome(act)
    return outcome.scope is YES and outcome.silent is not None and outcome.value == at.pack.default.outcome


def _few(words: list[str]) -> str:
    """The first few words, and how many more there are."""
    shown = ", ".join(words[:6])
    return shown if len(words) <= 6 else f"{shown} en nog {len(words) - 6}"
