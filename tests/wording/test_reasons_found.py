"""Every reason for which a finder can mark words has a Dutch sentence, and that sentence gives nothing away."""

import ast
from collections.abc import Iterator
from pathlib import Path

import magdit.check.text as finders
from magdit.check.text.finding import Finding, Reason
from magdit.wording.reasons_found import WHY, why

TEXT = Path(finders.__file__).parent


def test_every_reason_a_finder_names_has_a_sentence() -> None:
    named = {code for path in TEXT.rglob("*.py") for code in _codes(path)}

    assert len(named) > 30
    assert named - set(WHY) == set()


def test_a_reason_tells_how_many_people_it_can_be() -> None:
    finding = Finding(0, 4, "name", "mogelijk", Reason("roster_first_name", (("count", "2"),)), ("a", "b"))

    assert why(finding) == "deze voornaam staat op de lijst van de school (2 mensen heten zo)"


def test_a_reason_is_no_sentence_with_a_capital_or_full_stop() -> None:
    assert [said for said in WHY.values() if said[0].isupper() or said.endswith(".")] == []


def _codes(path: Path) -> Iterator[str]:
    """The codes in calls such as found(..., code="plate") and Reason("plate")."""
    for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
        named = [word.value for word in call.keywords if word.arg == "code"]
        if isinstance(call.func, ast.Name) and call.func.id == "Reason":
            named += call.args[:1]
        yield from (node.value for node in named if isinstance(node, ast.Constant) and isinstance(node.value, str))
