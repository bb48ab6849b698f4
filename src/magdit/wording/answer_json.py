"""An answer as plain data for programs: codes from the word lists, and beside each clause what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from magdit.norms.answer import Answer, Ground, LayerVerdict, Question, Reason, Route, Step, Triggered
from magdit.norms.model import Attention, Pack
from magdit.wording.answer_lines import said_step

TRUTHS = {0: "nee", 1: "onbekend", 2: "ja"}


def answer_json(found: Answer, packs: Mapping[str, Pack], *, protocol: str, layer: str) -> dict[str, Any]:
    """The whole answer with Dutch keys; `packs` gives the texts of the clauses that are cited."""
    return {
        "id": found.act_id,
        "protocol": protocol,
        "laag": layer,
        "zoals_ingediend": found.as_handed_in,
        "oordeel": found.verdict,
        "artikelen": list(found.clauses),
        "redenen": [_reason(reason, packs) for reason in found.reasons],
        "nog_onzeker": [_reason(reason, packs) for reason in found.open],
        "wegen": [_route(route) for route in found.routes],
        "ontbreekt": [_ground(ground) for ground in found.missing],
        "vraag": _question(found.question),
        "vraag_aan": list(found.ask),
        "plichten": [_duty(triggered, packs) for triggered in found.duties],
        "aandacht": [_attention(pack, attention) for pack, attention in found.attentions],
        "opgeheven": [_reason(reason, packs) for reason in found.lifted],
        "overstemd": [_reason(reason, packs) for reason in found.overruled],
        "advies": [_reason(reason, packs) for reason in found.advice],
        "niet_bekeken": list(found.not_looked_at),
        "geldig_tot": _plain(found.valid_until),
        "lagen": {name: _layer(verdict) for name, verdict in found.layers.items()},
        "pakketten": [dict(pack) for pack in found.packs],
        "meldingen": list(found.notices),
    }


def _reason(reason: Reason, packs: Mapping[str, Pack]) -> dict[str, Any]:
    return _filled(
        pakket=reason.pack,
        laag=reason.layer,
        artikel=reason.clause,
        norm=reason.norm,
        soort=reason.kind,
        gevolg=reason.effect,
        persoon=reason.person,
        zegt=_says(packs, reason.pack, reason.clause),
        feiten=[_ground(ground) for ground in reason.grounds],
        opgeheven_door=list(reason.lifted_by),
        afwijking=_filled(reden=reason.deviation.reason, door=reason.deviation.by) if reason.deviation else None,
    )


def _ground(ground: Ground) -> dict[str, Any]:
    return _filled(
        feit=ground.fact,
        persoon=ground.person,
        plaats=None if ground.index is None or ground.index < 0 else ground.index + 1,
        waarde=_plain(ground.value),
        waar=TRUTHS[ground.truth],
        soort=ground.lack,
        **{key: value for key, value in ground.detail.items() if value},
        **{f"herkomst_{key}": value for key, value in ground.source.items()},
    )


def _route(route: Route) -> dict[str, Any]:
    steps = [_step(step) for step in route.steps]
    return {"stappen": steps, "kosten": route.cost, "zelf": route.own, "daarna": route.afterwards}


def _step(step: Step) -> dict[str, Any]:
    return _filled(
        herstel=step.remedy,
        feit=step.fact,
        persoon=step.person,
        plaats=None if step.index is None else step.index + 1,
        tekst=said_step(step),
        kosten=step.cost,
        zelf=step.own,
        vraag_aan=list(step.ask),
    )


def _question(question: Question | None) -> dict[str, Any] | None:
    if question is None:
        return None
    return _filled(feit=question.fact, persoon=question.person, tekst=question.text, antwoorden=list(question.options))


def _duty(triggered: Triggered, packs: Mapping[str, Pack]) -> dict[str, Any]:
    duty = triggered.duty
    return _filled(
        id=duty.id,
        pakket=triggered.pack,
        artikel=duty.clause,
        wie=list(duty.who),
        doe=duty.does,
        aan=list(duty.to),
        na=duty.after.removeprefix("plicht:") if duty.after else None,
        binnen=duty.within,
        vooraf=duty.beforehand,
        vorm=duty.form,
        of=list(duty.either),
        staat=triggered.state,
        tekst=duty.text or _says(packs, triggered.pack, duty.clause),
    )


def _attention(pack: str, attention: Attention) -> dict[str, Any]:
    return {"pakket": pack, "artikel": attention.clause, "tekst": attention.text}


def _layer(verdict: LayerVerdict) -> dict[str, Any]:
    return {
        "zoals_ingediend": verdict.as_handed_in,
        "oordeel": verdict.verdict,
        "artikelen": list(verdict.clauses),
    }


def _says(packs: Mapping[str, Pack], pack: str, clause: str) -> str | None:
    found = packs.get(pack)
    return found.clause(clause).says if found is not None else None


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _filled(**fields: Any) -> dict[str, Any]:
    """Only the fields that say something; an empty list says nothing."""
    return {key: value for key, value in fields.items() if value is not None and not _is_empty(value)}


def _is_empty(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str) and not list(value)
