"""What a pack defines and never uses, and what it says of words: channels that a wide word passes over in silence."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.conditions.tree import In, Node, OnlyFrom, Within, children, names_in
from magdit.norms.leaning import conditions_of
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.model import Definition, Pack

WIDEST = "sociale_media"


def name_findings(at: LookedAt) -> Iterator[Finding]:
    """Definitions, windows, leaves and requirements that nothing uses; channels that are not named."""
    pack, used = at.pack, frozenset(used_names(at.pack))
    defined = [("definitie", d.word, d.clause) for d in pack.definitions if d.value is None]
    defined += [("venster", window.name, window.clause) for window in pack.windows]
    defined += [("akkoord", power.name, power.clause) for power in pack.powers]
    defined += [("toestemmingseis", rule.name, rule.clause) for rule in pack.consent_rules]
    for kind, name, clause in defined:
        if name not in used:
            yield Finding("ongebruikt", "weten", (clause,), {"soort": kind, "naam": name})
    for definition in pack.definitions:
        yield from _media_findings(at, definition)


def used_names(pack: Pack) -> Iterator[str]:
    """Every name and word that some working part of a pack mentions."""
    for node in every_condition(pack):
        yield from _mentioned(node)
    for norm in pack.norms:
        yield from (*norm.who, *norm.actions, *norm.media, *norm.only_rest)
    for duty in pack.duties:
        yield from (*duty.who, *(duty.actors or ()), *duty.actions, *duty.media, *duty.to)
    for definition in pack.definitions:
        yield from (word for word in (*definition.covers, *definition.never) if word != definition.word)
    for parts in (pack.scopes, pack.steps, pack.measures):
        for part in parts:
            yield from part.who
    for attention in pack.attentions:
        yield from attention.at


def every_condition(pack: Pack) -> Iterator[Node]:
    """Every condition that stands anywhere in a pack."""
    for norm in pack.norms:
        yield from conditions_of(norm)
    for parts in (pack.duties, pack.scopes, pack.attentions, pack.steps):
        yield from (part.about for part in parts)
    yield from (duty.done for duty in pack.duties if duty.done is not None)
    yield from (definition.about for definition in pack.definitions if definition.about is not None)
    yield from (signer.when for rule in pack.consent_rules for signer in rule.signers)


def _mentioned(node: Node) -> Iterator[str]:
    yield from names_in(node)
    if isinstance(node, In | OnlyFrom):
        yield from node.values
    if isinstance(node, Within):
        yield node.window
    for child in children(node):
        yield from _mentioned(child)


def _media_findings(at: LookedAt, definition: Definition) -> Iterator[Finding]:
    """A wide word for channels that passes some over. One that also says what is not in it means to be whole."""
    media, values = at.catalogue.vocabularies["medium"], at.supposer.values
    if not definition.covers or not values.spelled(media, definition.covers):
        return
    named: set[str] = set()
    for words in (definition.covers, definition.never, definition.open):
        named |= {code for word in values.spelled(media, words) for code in media.below(word)}
    narrower = {word.code: media.below(word.code) - {word.code} for word in media}
    # A wide channel whose narrower ones are all named needs no naming itself.
    named |= {code for code, below in narrower.items() if below and below <= named}
    missing = [word for word in media if word.code not in named]
    whole = bool(definition.never or definition.open)
    if missing and (whole or WIDEST in values.spelled(media, definition.covers)):
        facts = {"woord": definition.word, "media": ", ".join(word.dutch for word in missing)}
        yield Finding("medium_niet_genoemd", "gewoon" if whole else "weten", (definition.clause,), facts)
