"""What was found in words, and what was not looked at, as a teacher reads it. Never the found value of a number."""

from __future__ import annotations

from collections.abc import Mapping

from magdit.check.draft.attempts import NotLooked
from magdit.check.text.finding import Finding

KINDS: Mapping[str, str] = {
    "name": "naam",
    "phone": "telefoonnummer",
    "email": "e-mailadres",
    "url": "webadres",
    "handle": "accountnaam",
    "address": "adres",
    "postcode": "postcode",
    "bsn": "burgerservicenummer",
    "iban": "rekeningnummer",
    "plate": "kenteken",
    "dob": "geboortedatum",
    "pupil_number": "leerlingnummer",
    "result": "cijfer of toetsresultaat",
    "health": "iets over gezondheid",
    "credential": "wachtwoord of inlog",
    "confidential": "vertrouwelijk of embargo",
    "disclaimer": "op persoonlijke titel",
    "self_identification": "u noemt uw werk bij de school",
    "copyright": "werk van een ander",
    "forwarded": "doorgestuurd of aangehaald",
    "tone:insult": "mogelijk beledigend",
    "tone:threat": "mogelijk bedreigend",
    "tone:coarse": "mogelijk grof",
}
SECRET = frozenset({"bsn", "iban", "credential", "pupil_number"})
WHATS: Mapping[str, str] = {"gezichten": "de gezichten", "metadata": "de gegevens in het bestand", "names": "de namen"}
WHYS: Mapping[str, str] = {
    "timeout": "het duurde te lang",
    "failed": "er ging iets mis",
    "model_missing": "het gezichtenmodel ontbreekt",
    "no_onnxruntime": "onnxruntime ontbreekt",
    "face_still_seen": "een verborgen gezicht is nog te zien",
    "new_face": "in de kopie is een gezicht gezien dat er eerst niet was",
    "faces_lost": "in de kopie is geen gezicht meer gezien, terwijl er een op staat",
    "traces_left": "de kopie vertelt nog iets",
}


def finding_line(finding: Finding, text: str) -> str:
    """One finding: what it is, how sure, and the words themselves unless they are secret."""
    sure = "" if finding.certainty == "zeker" else " (mogelijk)"
    kind = KINDS[finding.type]
    if finding.type in SECRET:
        return f"{kind}{sure}"
    return f"{kind}{sure}: “{text[finding.start : finding.end]}”"


def missed_line(miss: NotLooked) -> str:
    """One look that failed."""
    what = WHATS.get(miss.what, miss.what)
    return f"{miss.where}: {what} niet bekeken, {WHYS.get(miss.code, 'er ging iets mis')}."
