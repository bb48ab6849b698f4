"""The role and channel words of a pack as codes: other spellings looked up, a pack's own wide words spelled out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from magdit.norms.catalogue import Catalogue
from magdit.norms.lexicon import Lexicon
from magdit.norms.model import Pack


def spelled_out(pack: Pack, lexicon: Lexicon, catalogue: Catalogue) -> Pack:
    """The same pack with codes wherever people or channels are named; raises BrokenPack for an unknown word."""
    roles, media = catalogue.vocabularies["rol"], catalogue.vocabularies["medium"]

    def people(words: Iterable[str], clause: str) -> tuple[str, ...]:
        return lexicon.codes(roles, words, clause=clause)

    for step in pack.steps:
        people(step.who, step.clause)
    for measure in pack.measures:
        people(measure.who, measure.clause)
    return replace(
        pack,
        powers=tuple(
            replace(power, who=people(power.who, power.clause), to=people(power.to, power.clause))
            for power in pack.powers
        ),
        consent_rules=tuple(
            replace(
                rule,
                channels=lexicon.codes(media, rule.channels, clause=rule.clause),
                signers=tuple(
                    replace(signer, role=role)
                    for signer in rule.signers
                    for role in people((signer.role,), rule.clause)
                ),
            )
            for rule in pack.consent_rules
        ),
        # Who must do a duty stays in the pack's own words: a wide word may leave someone open.
        steps=tuple(replace(step, to=people(step.to, step.clause)) for step in pack.steps),
        duties=tuple(replace(duty, to=people(duty.to, duty.clause)) for duty in pack.duties),
        definitions=tuple(replace(d, who=people(d.who, d.clause)) for d in pack.definitions),
        norms=tuple(replace(norm, ask=people(norm.ask, norm.clause)) for norm in pack.norms),
        default=replace(
            pack.default,
            to=next(iter(people((pack.default.to,) if pack.default.to else (), pack.default.clause)), None),
        ),
    )
