"""A remedy that a norm names and that changes nothing there: nobody would ever be shown that way out."""

from __future__ import annotations

import pytest

from tests.norms.lint.looking import found
from tests.norms.school import clause, pack, rule

CONSENT = {"levert": "ja_van_ouder", "voor": ["foto"], "door": [{"rol": "ouder"}]}
LEAVE = {"wie": ["leerkracht"], "verleent": "akkoord_les"}
SHOWN = {"soort": "verbod", "per": "persoon_in_beeld"}


@pytest.mark.parametrize(
    "norm",
    [
        {"soort": "gebod", "eis": "overlegd_met bevat schoolleider", "herstel": ["overleggen"]},
        {**SHOWN, "als": "rol is ouder", "herstel": ["persoon_weglaten"]},
        {"soort": "verbod", "als": "kwetsend", "herstel": ["wachten"]},
        {"soort": "verbod", "als": "kwetsend", "herstel": ["beeld_weglaten"]},
        {"soort": "verbod", "als": "kwetsend", "herstel": ["toestemming_vragen"]},
        {"soort": "verbod", "als": "kwetsend", "herstel": ["akkoord_vragen"]},
    ],
)
def test_a_remedy_that_changes_nothing_the_norm_looks_at_is_found(norm):
    (finding,) = found(pack(clause("2", norm=norm)), "herstel_doet_niets")

    assert (finding.severity, finding.clauses) == ("gewoon", ("2",))
    assert finding.facts == {"norm": "2", "herstel": norm["herstel"][0]}


@pytest.mark.parametrize(
    "norm",
    [
        {"soort": "gebod", "eis": "disclaimer", "herstel": ["disclaimer_toevoegen"]},
        {**SHOWN, "als": "herkenbaar", "herstel": ["onherkenbaar_maken", "beeld_weglaten"]},
        {"soort": "verbod", "als": "moment buiten open", "herstel": ["wachten"]},
        {"soort": "verbod", "als": "moment < 2026-12-01", "herstel": ["wachten"]},
        {**SHOWN, "als": "herkenbaar", "tenzij": ["ja_van_ouder"], "herstel": ["toestemming_vragen"]},
        {"soort": "verbod", "tenzij": ["akkoord_les"], "herstel": ["akkoord_vragen"]},
        {"soort": "verbod", "als": "kwetsend", "herstel": []},
    ],
)
def test_a_remedy_that_helps_is_left_alone(norm):
    protocol = pack(clause("2", norm=norm, toestemmingseis=CONSENT, bevoegdheid=LEAVE))

    assert found(protocol, "herstel_doet_niets") == []


def test_a_consent_behind_the_clause_that_lifts_a_ban_may_be_asked():
    """The ban says "unless article 3", and article 3 asks for it."""
    ban = rule("2", als="kwetsend", tenzij=["artikel:3"], herstel=["toestemming_vragen"])
    allowed = {"soort": "toestemming", "per": "persoon_in_beeld", "mits": "ja_van_ouder"}

    assert found(pack(ban, clause("3", norm=allowed, toestemmingseis=CONSENT)), "herstel_doet_niets") == []
