"""Sentences about files that could not be taken in, read or written: what, where, and what to do now."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from magdit.check.images.refusal import Refused
from magdit.check.images.remark import Remark
from magdit.check.tables.unreadable import Unreadable

UNCHANGED = "Uw bestand is niet veranderd."
REFUSED: Mapping[str, str] = {
    "not_found": "{path}: dit bestand bestaat niet. Controleer de naam.",
    "not_a_file": "{path}: dit is geen bestand. Geef de foto of film zelf op.",
    "unreadable": "{path}: dit bestand mag of kan niet gelezen worden. Controleer uw rechten.",
    "empty": "{path}: dit bestand is leeg. Kopieer het opnieuw van de telefoon of camera.",
    "not_an_image": "{path}: dit is geen foto. Geef een foto op (JPEG, PNG, WebP of HEIC).",
    "not_media": "{path}: dit is geen film of geluid dat we kennen. Zet het om naar MP4 of M4A.",
    "unsupported_format": "{path}: dit soort foto ({found}) kennen we niet. Bewaar hem als JPEG of PNG.",
    "animated": "{path}: dit beeld beweegt. Geef een gewone foto, of bewaar het als film (MP4).",
    "too_many_bytes": "{path}: dit bestand is te groot. Verklein het en probeer het opnieuw.",
    "too_many_pixels": "{path}: deze foto is met {width} × {height} beeldpunten te groot. Verklein hem eerst.",
    "too_long": "{path}: deze film duurt {seconds} seconden; de grens is {limit}. Knip hem korter.",
    "truncated": "{path}: dit bestand houdt halverwege op. Kopieer het opnieuw van de telefoon of camera.",
    "film_too_large": "{path}: deze film is met {width} × {height} beeldpunten te groot. Bewaar hem kleiner.",
    "too_many_frames": "{path}: deze film heeft meer dan {limit} beelden. Knip hem korter.",
    "too_many_streams": "{path}: in dit bestand zitten {count} sporen. Bewaar de film opnieuw.",
    "no_picture": "{path}: hierin zit alleen geluid, geen beeld.",
    "damaged": "{path}: dit bestand is beschadigd. Kopieer het opnieuw van de telefoon of camera.",
    "no_heic": "{path}: HEIC kan deze installatie niet lezen. Bewaar de foto als JPEG, of installeer magdit[heic].",
    "too_slow": "{path}: dit bestand openen duurde te lang. Verklein het, of bewaar het als JPEG of MP4.",
    "out_of_memory": "{path}: deze foto is te groot voor het geheugen van deze computer. Verklein hem eerst.",
    "changed_meanwhile": "{path}: dit bestand veranderde terwijl het bekeken werd. Probeer het opnieuw.",
    "not_hidden": "{path}: de gezichten verbergen lukte niet. Er is geen schone kopie van. Probeer het opnieuw.",
    "no_picture_or_sound": "{path}: er zit geen beeld of geluid in dit bestand.",
    "nothing_left": "{path}: zonder het geluid blijft er niets over.",
    "target_exists": "{path}: dit bestand bestaat al. Kies met --uit een andere map.",
    "no_such_folder": "{path}: deze map bestaat niet of is geen map. Kies met --uit een andere map.",
    "not_writable": "{path}: hier is niet te schrijven. Kies met --uit een andere map.",
    "disk_full": "{path}: de schijf is vol. Er bleef geen half bestand achter. Maak ruimte en probeer het weer.",
    "model_missing": "Het gezichtenmodel ontbreekt ({path}), dus foto's zijn niet te bekijken. Draai `make setup`.",
    "model_changed": "Het gezichtenmodel ({path}) is veranderd, dus foto's zijn niet te bekijken. Draai `make setup`.",
    "model_unfit": "Met dit gezichtenmodel kan magdit niet werken ({path}). Draai `make setup`.",
    "no_onnxruntime": "Het onderdeel onnxruntime ontbreekt, dus foto's zijn niet te bekijken. Draai `make setup`.",
    "tone_model_missing": "Het toonmodel ontbreekt ({path}), dus de toon is niet bekeken. Zie MAGDIT_TOON_MODEL.",
    "tone_model_changed": "Het toonmodel ({path}) is veranderd, dus de toon is er niet mee bekeken. Kijk de som na.",
    "tone_model_unfit": "Met dit toonmodel kan magdit niet werken ({path}). Kijk toon.toml en het model na.",
    "tone_model_slow": "Het toonmodel ({path}) antwoordde niet op tijd, dus de toon is er niet mee bekeken.",
    "tone_model_stopped": "Het toonmodel ({path}) hield ermee op, dus de toon is er niet mee bekeken.",
    "same_name": "{path}: twee bestanden heten zo. Geef ze elk een eigen naam; dan is te zeggen wie waarop staat.",
    "no_face_to_hide": "{path}: gezicht {face} is er niet; er zijn er {count} gezien. `magdit look` telt ze.",
    "box_beside_photo": "{path}: dit vak ligt naast de foto. De foto is {width} × {height} beeldpunten.",
    "no_such_photo": "In beeld, regel {line}: de foto '{photo}' hoort niet bij dit bericht. Controleer de naam.",
    "no_such_face": "In beeld, regel {line}: gezicht {face} is er niet; op {photo} zijn er {count} gezien.",
    "second_face": "In beeld, regel {line}: {name} heeft op {photo} al een ander gezicht. Zet erbij wie dit is.",
    "face_needs_photo": "In beeld, regel {line}: zet bij gezicht {face} ook de naam van de foto.",
}
# Where no file was opened, none can have been changed either.
NO_FILE = frozenset(
    """not_found is_a_folder not_a_file no_such_folder target_exists same_name changed_meanwhile
    no_such_photo no_such_face second_face face_needs_photo
    model_missing model_changed model_unfit no_onnxruntime
    tone_model_missing tone_model_changed tone_model_unfit tone_model_slow tone_model_stopped""".split()
)
REMARKS: Mapping[str, str] = {
    "wrong_extension": "{path}: dit is een {found}{extension}.",
    "first_image_only": "{path}: er zitten meer beelden in dit bestand; magdit bekijkt en bewaart het eerste.",
    "bytes_after_the_picture": "{path}: achter de foto staat nog iets anders in het bestand.",
    "transparency_on_white": "{path}: wat doorzichtig was, wordt wit.",
    "colour_profile_ignored": "{path}: het kleurprofiel is niet te lezen; de kleuren kunnen iets anders zijn.",
}
# Control signs and halves of a sign, and signs that turn the direction of reading.
UNSEEN = ("Cc", "Cs", "Zl", "Zp")
TURNS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
MOST_CHOICES = 10
TABLE: Mapping[str, str] = {
    "not_found": "dit bestand bestaat niet. Controleer de naam.",
    "is_a_folder": "dit is een map. Geef het CSV-bestand zelf op.",
    "no_rights": "dit bestand mag u niet lezen. Controleer uw rechten.",
    "not_opened": "dit bestand is niet te openen.",
    "empty_file": "dit bestand is leeg.",
    "no_rows": "er staan alleen kopjes in, geen regels.",
    "too_large": "dit bestand is te groot om een lijst te zijn.",
    "too_many_rows": "er staan meer dan {max_rows} regels in.",
    "other_kind_of_file": "dit is geen CSV maar een ander soort bestand ({kind}). Bewaar de lijst als CSV.",
    "unknown_encoding": "de tekens zijn niet te lezen. Bewaar het bestand als CSV UTF-8.",
    "nul_bytes": "er staan onleesbare tekens in. Bewaar de lijst opnieuw als CSV UTF-8.",
    "broken_quotes": "een aanhalingsteken wordt niet gesloten.",
    "missing_column": "een kolom {column} ontbreekt. De kolommen heten nu: {found}. Zet de juiste naam erboven.",
    "double_column": "de kolom '{column}' staat er twee keer.",
    "other_row_length": "deze regel heeft {found} vakken; er zijn {expected} kolommen.",
    "missing_value": "{column} is niet ingevuld.",
    "wrong_value": "'{value}' kan niet bij '{column}'.{nearest}{accepted}",
    "double_id": "het nummer '{id}' staat ook op regel {first_line}.",
    "nobody": "'{given}' staat niet op de leerlingenlijst.{nearest}",
    "several_people": "'{given}' kan {count} mensen betekenen. Zet er de groep of het nummer bij.",
    "unknown_id": "het nummer '{given}' staat niet op de leerlingenlijst. Controleer het nummer en --leerlingen.",
    "id_and_name_differ": "het nummer '{id}' hoort niet bij '{given}'. Misschien is een kolom verschoven.",
}


class _Facts(dict[str, object]):
    """Facts for a sentence; what is not known is left out rather than crashing the message."""

    def __missing__(self, key: str) -> str:
        return "?"


def refused_sentence(refused: Refused) -> str:
    """Why a file was not taken in or written."""
    facts = _Facts({key: _name(value) for key, value in refused.facts.items()})
    words = REFUSED.get(refused.code, "{path}: dit bestand kan magdit niet verwerken.")
    sentence = words.format_map(facts)
    return sentence if refused.code in NO_FILE else f"{sentence} {UNCHANGED}"


def remark_sentence(name: str, remark: Remark) -> str:
    """What is worth saying of a photo that was taken in all the same."""
    extension = remark.facts.get("extension")
    facts = {
        "path": name,
        "found": str(remark.facts.get("found", "")).upper(),
        "extension": f", al staat er {extension} achter" if extension else "",
    }
    return REMARKS[remark.code].format(**facts)


def plain_name(name: str) -> str:
    """A file name for a screen: signs that would move the cursor, colour the terminal or turn the text become "?"."""
    return "".join("?" if sign in TURNS or unicodedata.category(sign) in UNSEEN else sign for sign in name)


def table_sentence(unreadable: Unreadable) -> str:
    """Why a table was not read: file, line and what to mend."""
    near = unreadable.facts.get("nearest")
    facts = _Facts({key: _name(value) for key, value in unreadable.facts.items()})
    facts["nearest"] = f" Bedoelde u {_name(near)}?" if near else ""
    if unreadable.code in {"missing_column", "missing_value"}:
        facts |= _columns(unreadable.facts)
    if unreadable.code == "wrong_value":
        facts["accepted"] = _accepted(unreadable.facts["accepted"], is_near=bool(near))
    line = f", regel {unreadable.line}" if unreadable.line else ""
    words = TABLE.get(unreadable.code, "deze lijst is niet te lezen.")
    sentence = f"{unreadable.path.name}{line}: {words.format_map(facts)}"
    return sentence if unreadable.code in NO_FILE else f"{sentence} {UNCHANGED}"


def _columns(facts: Mapping[str, object]) -> dict[str, object]:
    """The headings of which one is enough, and those that are there."""
    others, found = facts.get("others"), facts.get("found")
    wanted = (facts["column"], *(others if isinstance(others, tuple) else ()))
    there = ", ".join(map(str, found)) if isinstance(found, tuple) else ""
    return {"column": " of ".join(f"'{name}'" for name in wanted), "found": there or "?"}


def _accepted(values: object, *, is_near: bool) -> str:
    """What may stand there; of a long list only a few, and nothing when the word meant is already named."""
    words = list(map(str, values)) if isinstance(values, tuple) else [str(values)]
    if len(words) > MOST_CHOICES:
        return "" if is_near else f" Het mag bijvoorbeeld zijn: {', '.join(words[:MOST_CHOICES])}."
    return f" Het mag zijn: {_name([', '.join(words[:-1]), words[-1]] if len(words) > 1 else words)}."


def _name(value: object) -> object:
    if isinstance(value, Path):
        return plain_name(value.name or str(value))
    return " of ".join(map(str, value)) if isinstance(value, tuple | list | frozenset) else value
