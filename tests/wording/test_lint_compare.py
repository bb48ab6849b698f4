"""What stands beside the verdicts of two versions, said in Dutch and handed to a program."""

from __future__ import annotations

from dataclasses import replace

from magdit.norms.model import Lifecycle, Pack
from magdit.protocols.compare import compare, sides
from magdit.wording.lint_compare import comparison_json, comparison_lines
from tests.norms.school import CATALOGUE, clause, pack, rule

POST = {"handeling": ["plaatsen"], "medium": ["instagram"]}


def version(signer: str, adopted: str, *more: dict[str, object]) -> Pack:
    asked = {"levert": "ja_voor_foto", "voor": ["foto"], "door": [{"rol": signer}]}
    whole = pack(clause("1", toestemmingseis=asked), rule("2", **POST), *more)
    return replace(whole, lifecycle=Lifecycle(details={"vaststelling": [{"op": adopted}]}))


def told(left: Pack, right: Pack) -> tuple[list[str], dict[str, object]]:
    found = compare(*sides((left, CATALOGUE), (right, CATALOGUE)))
    return list(comparison_lines(found, left, right, CATALOGUE)), comparison_json(found, left, right)


def test_whose_yes_counts_is_said_with_an_example():
    lines, data = told(version("ouder", "1 mei"), version("leerling", "1 mei"))

    place = lines.index("  artikel 1: het antwoord bij 'ja voor foto' telt als ja voor, telt niet als ja na")
    assert lines[place + 1].startswith("      Voorbeeld: ")
    (beside,) = data["beside"]
    assert (beside["name"], beside["left"], beside["right"]) == ("ja_voor_foto", "telt", "telt niet")
    assert beside["example"]["in_beeld"]


def test_a_day_that_changed_is_said():
    lines, data = told(version("ouder", "1 mei"), version("ouder", "2 mei"))

    assert "  levensloop, vaststelling: 1 mei voor, 2 mei na" in lines
    assert data["beside"][0]["example"] is None


def test_an_article_that_only_one_version_rests_on_is_said():
    lines, _ = told(version("ouder", "1 mei", rule("3", **POST)), version("ouder", "1 mei", clause("3")))

    assert "Hetzelfde oordeel, maar niet door dezelfde artikelen" in lines
    assert "  proef: mag niet (ook door artikel 3) · proef: mag niet" in lines
