"""Who is in this draft? Every face is given to a person, or stays a face that nobody accounted for.

Counting is all that happens here: no face is ever compared with a person. The author says who is who.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from magdit.check.draft.draft import Draft
from magdit.check.draft.look import Looked, SeenPhoto
from magdit.check.images.refusal import Refused
from magdit.check.images.video import Media
from magdit.check.tables.roster import Person
from magdit.check.tables.shown import Shown
from magdit.words.roles import AUTHOR

# That a surname stands there may be certain; that this pupil is meant, and not a brother or the parents, is not.
SURNAME_ALONE = frozenset({"roster_surname", "roster_surname_after_title"})
Place = tuple[str, int]  # a photo's name and the number of a face in it, counted from 0


@dataclass(frozen=True)
class Subject:
    """Someone shown or named. `faces` are theirs for sure; `perhaps` are the photos in which they must be somewhere.

    `beyond` names the pictures they are in where nothing can be hidden: films, and photos without a face that we saw.
    """

    label: str
    person: Person | None = None
    role: str | None = None
    born: str | None = None
    shown: bool = False
    named: bool | None = False
    recognisable: bool | None = None
    outerwear: bool | None = None
    audible: bool | None = False
    faces: tuple[Place, ...] = ()
    perhaps: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    is_stranger: bool = False
    with_consent: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)


def subjects(draft: Draft, looked: Looked) -> tuple[Subject, ...] | None:
    """Everyone in the draft; None when nobody knows yet who is shown. Raises Refused for a face that is not there."""
    declared = _declared(draft, looked)
    strangers = list(_strangers(draft, looked, declared))
    named = list(_named(looked, draft, known={s.person.id for s in declared if s.person}))
    names = named_people(looked)
    everyone = [_with_name(subject, looked, names) for subject in declared] + strangers + named
    if not declared and not strangers and _is_open(draft, looked):
        return None
    return tuple(everyone)


def _is_open(draft: Draft, looked: Looked) -> bool:
    """Whether nobody said who is shown. No faces found is not: nobody is shown."""
    pictures = bool(looked.photos or looked.films)
    names_missed = any(miss.what == "names" for miss in looked.not_looked)
    return names_missed or (pictures and not draft.says.nobody_shown)


def _declared(draft: Draft, looked: Looked) -> list[Subject]:
    """Those the author names in the table, each person once however many photos show them."""
    found: dict[str, Subject] = {}
    for row in draft.shown or ():
        key = row.person.id if row.person else f"{row.name}#{row.line if not row.name else ''}"
        subject = _from_row(row, looked, draft)
        _refuse_second_face(row, subject, found.get(key))
        found[key] = _merged(found[key], subject) if key in found else subject
    return list(found.values())


def _refuse_second_face(row: Shown, subject: Subject, known: Subject | None) -> None:
    """Nobody is in one photo twice: the second face is someone else's, and a row was copied by mistake."""
    for photo, face in subject.faces:
        if known and any(name == photo and other != face for name, other in known.faces):
            raise Refused("second_face", line=row.line, name=subject.label, photo=photo)


def _from_row(row: Shown, looked: Looked, draft: Draft) -> Subject:
    photos = [seen for seen in looked.photos if not row.photo or _same_file(row.photo, seen.name)]
    films = [film for film in looked.films if not row.photo or _same_file(row.photo, film.path.name)]
    if row.photo and not photos and not films:
        raise Refused("no_such_photo", line=row.line, photo=row.photo)
    faces = _numbered(row, photos)
    trusted = row.with_consent and _is_trusted(draft)
    return Subject(
        label=row.name or f"persoon op regel {row.line}",
        person=row.person,
        role=row.role or ("leerling" if trusted else None),
        born=row.born.isoformat() if row.born else None,
        shown=True,
        named=row.named,
        recognisable=_recognisable(row, draft, is_seen=bool(faces) or any(seen.faces for seen in photos)),
        outerwear=row.outerwear,
        audible=_may_be_heard(films),
        faces=faces,
        # Whoever turned away accounts for no face.
        perhaps=() if faces or row.recognisable is False else tuple(seen.name for seen in photos),
        beyond=() if row.recognisable is False else tuple(_beyond(row, photos, films)),
        with_consent=trusted,
        sources={"herkenbaar": "gezichtzoeker" if row.recognisable is None and not row.hidden else AUTHOR},
    )


def _recognisable(row: Shown, draft: Draft, *, is_seen: bool) -> bool | None:
    """A face that was found shows a person recognisably until someone says otherwise; a cover is no proof."""
    if row.recognisable is not None:
        return row.recognisable
    if row.hidden:
        return False if draft.says.unrecognisable else None
    return True if is_seen else None


def _beyond(row: Shown, photos: list[SeenPhoto], films: list[Media]) -> Iterator[str]:
    """A film shows them whole. That a named photo shows them, the author says, also where no face was seen."""
    yield from (film.path.name for film in films if film.has_picture)
    yield from (seen.name for seen in photos if row.photo and not seen.faces)


def _may_be_heard(films: Iterable[Media]) -> bool | None:
    """Unknown of whoever is in a film or recording with sound; nobody is heard in a photo or a silent film."""
    return None if any(film.has_sound for film in films) else False


def _numbered(row: Shown, photos: list[SeenPhoto]) -> tuple[Place, ...]:
    if row.face is None:
        return ()
    if len(photos) != 1:
        raise Refused("face_needs_photo", line=row.line, face=row.face)
    if photos[0].faces is None:
        return ()
    count = len(photos[0].faces)
    if not 1 <= row.face <= count:
        raise Refused("no_such_face", line=row.line, face=row.face, count=count, photo=photos[0].name)
    return ((photos[0].name, row.face - 1),)


def _strangers(draft: Draft, looked: Looked, declared: list[Subject]) -> Iterator[Subject]:
    """Faces that nobody accounted for, and pictures of which nobody said who is in them."""
    for seen in looked.photos:
        if seen.faces is None:
            yield Subject(f"iedereen op {seen.name} (niet bekeken)", shown=True, is_stranger=True, perhaps=(seen.name,))
            continue
        free = unassigned(seen, declared)
        unplaced = sum(seen.name in subject.perhaps for subject in declared)
        for place in free[unplaced:]:
            yield _stranger(seen, place if not unplaced else None, draft)
        if not seen.faces and not _is_told(seen.name, draft) and (declared or len(looked.photos) > 1):
            yield Subject(f"wie er op {seen.name} staan (geen gezicht gezien)", shown=True, is_stranger=True)
    for film in looked.films:
        if not _is_told(film.path.name, draft):
            label = f"iedereen in {film.path.name}"
            beyond = (film.path.name,) if film.has_picture else ()
            yield Subject(label, shown=True, audible=_may_be_heard([film]), is_stranger=True, beyond=beyond)
        else:
            yield from _strangers_in_film(film, looked, declared, draft)


def _strangers_in_film(film: Media, looked: Looked, declared: list[Subject], draft: Draft) -> Iterator[Subject]:
    """More faces clearly in one frame than people who are said to be in the film."""
    name = film.path.name
    look = looked.film_looks.get(name)
    seen = look.most_at_once() if look else 0
    for _ in range(seen - sum(name in subject.beyond for subject in declared)):
        stranger = _stranger_at(f"nog een gezicht in {name}", draft)
        yield replace(stranger, beyond=(name,), audible=_may_be_heard([film]))


def _is_told(name: str, draft: Draft) -> bool:
    """Whether the author said who is in this picture, or that nobody is."""
    return draft.says.nobody_shown or any(not row.photo or _same_file(row.photo, name) for row in draft.shown or ())


def _stranger(seen: SeenPhoto, place: int | None, draft: Draft) -> Subject:
    label = f"gezicht {place + 1} op {seen.name}" if place is not None else f"nog een gezicht op {seen.name}"
    return replace(
        _stranger_at(label, draft),
        faces=((seen.name, place),) if place is not None else (),
        perhaps=(seen.name,) if place is None else (),
    )


def _stranger_at(label: str, draft: Draft) -> Subject:
    trusted = draft.says.only_with_consent and _is_trusted(draft)
    return Subject(
        label=label,
        role="leerling" if trusted else None,
        shown=True,
        recognisable=True,
        is_stranger=True,
        with_consent=trusted,
        sources={"herkenbaar": "gezichtzoeker"},
    )


def _is_trusted(draft: Draft) -> bool:
    """Whether the author can have looked who has a yes: without the lists there was nothing to look for."""
    return draft.roster is not None and draft.consents is not None


def unassigned(seen: SeenPhoto, everyone: list[Subject] | tuple[Subject, ...]) -> list[int]:
    """The faces of a photo that belong to no one in particular."""
    taken = {place for subject in everyone for name, place in subject.faces if name == seen.name}
    return [place for place in range(len(seen.faces or ())) if place not in taken]


def _named(looked: Looked, draft: Draft, *, known: set[str]) -> Iterator[Subject]:
    """People of the roster who are named in the words but not declared as shown."""
    for person_id, named in named_people(looked).items():
        person = draft.roster.by_id.get(person_id) if draft.roster else None
        if person is not None and person_id not in known:
            born = person.born.isoformat() if person.born else None
            yield Subject(
                person.display,
                person=person,
                role=person.role,
                born=born,
                named=named,
                recognisable=False,
                sources={"genoemd": "namenzoeker"},
            )


def _with_name(subject: Subject, looked: Looked, names: Mapping[str, bool | None]) -> Subject:
    """Whether someone shown is also named: as found in the words, else as the author says."""
    if subject.person is not None and names.get(subject.person.id):
        return replace(subject, named=True, sources={**subject.sources, "genoemd": "namenzoeker"})
    if subject.named is not None:
        return replace(subject, sources={**subject.sources, "genoemd": AUTHOR})
    if any(miss.what == "names" for miss in looked.not_looked):
        return subject
    if subject.person is not None:
        return replace(subject, named=names.get(subject.person.id, False))
    label = subject.label.casefold()
    return replace(subject, named=any(label in seen.text.casefold() for seen in looked.texts))


def named_people(looked: Looked) -> dict[str, bool | None]:
    """Whether each person of the roster is named: yes when certain, unknown (None) when only possible."""
    found: dict[str, bool | None] = {}
    for seen in looked.texts:
        for finding in seen.findings:
            certain = finding.certainty == "zeker" and len(finding.person or ()) == 1
            certain = certain and finding.reason.code not in SURNAME_ALONE
            for person_id in finding.person or ():
                found[person_id] = True if certain or found.get(person_id) else None
    return found


def _merged(one: Subject, other: Subject) -> Subject:
    recognisable = _either(one.recognisable, other.recognisable)
    return replace(
        one,
        recognisable=recognisable,
        named=_either(one.named, other.named),
        outerwear=_both(one.outerwear, other.outerwear),
        audible=_either(one.audible, other.audible),
        faces=one.faces + other.faces,
        perhaps=one.perhaps + other.perhaps,
        beyond=one.beyond + other.beyond,
    )


def _either(one: bool | None, other: bool | None) -> bool | None:
    if one or other:
        return True
    return None if one is None or other is None else False


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return True if one and other else None


def _same_file(given: str, name: str) -> bool:
    return bool(given) and given.casefold() in {name.casefold(), PurePath(name).stem.casefold()}
