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
    "substances": "alcohol of drugs",
    "extreme": "uiterst politiek of godsdienstig",
    "about_person": "ongunstig over iemand",
    "secrecy": "in het geheim, of met één leerling apart",
    "tone:coarse": "mogelijk grof",
    "tone:bullying": "mogelijk pesten",
    "tone:discrimination": "mogelijk discriminerend",
}
SECRET = frozenset({"bsn", "iban", "credential", "pupil_number"})
WHATS: Mapping[str, str] = {
    "gezichten": "de gezichten zijn",
    "metadata": "de gegevens in het bestand zijn",
    "names": "de namen zijn",
    "email": "e-mailadressen zijn",
    "url": "webadressen zijn",
    "handle": "accountnamen zijn",
    "phone": "telefoonnummers zijn",
    "iban": "rekeningnummers zijn",
    "bsn": "burgerservicenummers zijn",
    "postcode": "postcodes zijn",
    "address": "adressen zijn",
    "plate": "kentekens zijn",
    "birth_date": "geboortedatums zijn",
    "pupil_number": "leerlingnummers zijn",
    "result": "cijfers en toetsresultaten zijn",
    "health": "gezondheid is",
    "credential": "wachtwoorden zijn",
    "confidential": "of het vertrouwelijk is, is",
    "embargo": "of er een embargo op ligt, is",
    "disclaimer": "een zin op persoonlijke titel is",
    "self_identification": "uw functie is",
    "rights": "werk van anderen is",
    "forwarded": "of het doorgestuurd is, is",
    "tone": "de toon is",
    "tone_model": "de toon met het toonmodel is",
    "substances": "alcohol en drugs zijn",
    "extreme": "uiterste politiek of godsdienst is",
    "about_person": "wat er over iemand staat, is",
    "secrecy": "of er iets geheim moet blijven, is",
    "language": "toon en vertrouwelijkheid zijn",
}
WHYS: Mapping[str, str] = {
    "timeout": "het duurde te lang",
    "failed": "er ging iets mis",
    "model_missing": "het gezichtenmodel ontbreekt",
    "model_changed": "het gezichtenmodel is veranderd",
    "model_unfit": "met dit gezichtenmodel kan magdit niet werken",
    "no_onnxruntime": "onnxruntime ontbreekt",
    "tone_model_missing": "het toonmodel ontbreekt",
    "tone_model_changed": "het toonmodel is veranderd",
    "tone_model_unfit": "met dit toonmodel kan magdit niet werken",
    "tone_model_slow": "het toonmodel antwoordde niet op tijd",
    "tone_model_stopped": "het toonmodel hield ermee op",
    "language": "want dit is geen Nederlands of Engels. Wie de taal kent, leest het na",
}
# What only the second look can bring to light.
SURPRISES: Mapping[str, str] = {
    "face_still_seen": "een verborgen gezicht is in de kopie nog te zien",
    "new_face": "in de kopie is een gezicht gezien dat er eerst niet was",
    "faces_lost": "in de kopie is geen gezicht meer gezien, terwijl er een op staat",
    "traces_left": "in de kopie staat nog meer dan het beeld of geluid",
}


def finding_line(finding: Finding, text: str) -> str:
    """One finding: what it is, how sure, and the words themselves unless they are secret."""
    sure = "" if finding.certainty == "zeker" else " (mogelijk)"
    kind = KINDS[finding.type]
    if finding.type in SECRET:
        return f"{kind}{sure}"
    return f"{kind}{sure}: “{text[finding.start : finding.end]}”"


def missed_line(miss: NotLooked) -> str:
    """One look that failed, or that found what should not be there."""
    if miss.code in SURPRISES:
        return f"{miss.where}: {SURPRISES[miss.code]}."
    # What was looked at and could not be read, was not judged.
    done = "beoordeeld" if miss.code == "language" else "bekeken"
    return f"{miss.where}: {WHATS[miss.what]} niet {done}, {WHYS.get(miss.code, WHYS['failed'])}."
