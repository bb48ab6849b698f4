"""A pack as casbin policies and a complete act as a casbin request, for the bench of the verdict.

Every policy that Cedar is told becomes one of casbin: a rule over the attributes of the request, an effect, and the
norm it comes from, with deny-override, as casbin documents ABAC (`eval(p.sub_rule)`). So the two weigh the same
text. Roles and media carry their wider words, people stand in numbered places. A second model has each rule parsed once
by a function of ours, which casbin allows and does not do by itself: the quickest of its forms that we found.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from types import SimpleNamespace

from casbin import Enforcer
from casbin.model import Model
from casbin.util.expression import SimpleEval

from magdit.norms.act import Act
from magdit.norms.model import Pack
from magdit.words.media import MEDIA
from tests.norms.cedar_text import PLACES, policies, request

MODEL = """
[request_definition]
r = ctx, obj, act
[policy_definition]
p = sub_rule, eft, norm
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = {matcher}
"""
AS_DOCUMENTED = "eval(p.sub_rule)"
PARSED_ONCE = "holds(p.sub_rule, r.ctx, r.obj, r.act)"
POLICY = re.compile(r'@id\("(?P<norm>.*?)"\)\n(?P<effect>\w+) \(.*?\) when \{ (?P<when>.*) \};')
EFFECTS = {"permit": "allow", "forbid": "deny"}
SAME_IN_CASBIN = (
    (r"context has p(\d)", r"r.ctx.has_\1"),
    (r'(context[.\w]*)\.contains\((?:Rol::)?("[^"]*")\)', r"(\2 in \1)"),
    (r'resource in Medium::("[^"]*")', r"(\1 in r.obj.within)"),
    (r"action == Action::", r"r.act == "),
    (r"\bp(\d)\b", r"shown\1"),
    (r"\bcontext\.", "r.ctx."),
    (r"\btrue\b", "True"),
    (r"\bfalse\b", "False"),
)


def enforcer(pack: Pack, *, matcher: str) -> Enforcer:
    """A pack under one of the two matchers."""
    logging.getLogger("casbin").setLevel(logging.ERROR)  # it tells of every refusal
    model = Model()
    model.load_model_from_text(MODEL.format(matcher=matcher))
    made = Enforcer(model)
    if matcher == PARSED_ONCE:
        made.add_function("holds", _Holds())
    made.add_policies(list(_rules(pack)))
    return made


def verdict(made: Enforcer, asked: tuple[object, ...]) -> str:
    """What it says, in our words: which policy decided tells a refusal from silence."""
    allowed, why = made.enforce_ex(*asked)
    return "mag" if allowed else "mag_niet" if why else "niet_geregeld"


def asked_of(act: Act) -> tuple[SimpleNamespace, SimpleNamespace, str]:
    """A complete act as casbin's request."""
    told = dict(request(act)["context"])
    told["wie"] = [role["__entity"]["id"] for role in told["wie"]]
    for place in PLACES:
        person = told.pop(f"p{place}", None)
        told[f"has_{place}"] = person is not None
        told[f"shown{place}"] = SimpleNamespace(**(person or {}))
    medium = str(act.facts["medium"])
    return SimpleNamespace(**told), SimpleNamespace(within=[medium, *MEDIA.above(medium)]), str(act.facts["handeling"])


def _rules(pack: Pack) -> Iterator[list[str]]:
    for policy in POLICY.finditer(policies(pack)):
        rule = policy["when"]
        for ours, theirs in SAME_IN_CASBIN:
            rule = re.sub(ours, theirs, rule)
        yield [rule, EFFECTS[policy["effect"]], policy["norm"]]


class _Holds:
    """Casbin's own evaluator, with each rule parsed the first time only."""

    def __init__(self) -> None:
        self._parsed: dict[str, SimpleEval] = {}

    def __call__(self, rule: str, ctx: object, obj: object, act: str) -> bool:
        if rule not in self._parsed:
            text = re.sub(r"!(?!=)", "not ", rule.replace("&&", "and").replace("||", "or"))
            self._parsed[rule] = SimpleEval(re.sub(r"\br\.", "r_", text), None)
        return bool(self._parsed[rule].eval({"r_ctx": ctx, "r_obj": obj, "r_act": act}))
