"""The invented school as files of OneRoster, EDEXML, UWLR and SDS, with all the optional parts they may hold."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.areas.people.imports.invented import BRIN, YEAR, Invented, Parent, Pupil, Teacher


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]], *, bom: bool = False) -> bytes:
    """Rows as RFC 4180: CRLF, everything that needs it in quotes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return (b"\xef\xbb\xbf" if bom else b"") + out.getvalue().encode()


def _family(person: Pupil | Parent | Teacher) -> str:
    return f"{person.infix} {person.last}".strip()


DEMOGRAPHICS = (
    "sourcedId status dateLastModified birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican"
    " nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity"
    " countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus"
).split()
STAMP = "2026-10-01T06:00:00.000Z"


def oneroster_files(made: Invented, version: str) -> dict[str, bytes]:
    """All files of a OneRoster zip, in bulk, with the optional ones."""
    new = version == "1.2"
    kinds = {"orgs": "bulk", "users": "bulk", "classes": "bulk", "enrollments": "bulk", "academicSessions": "bulk",
             "demographics": "bulk", "courses": "absent", **({"roles": "bulk"} if new else {})}  # fmt: skip
    manifest = [("manifest.version", "1.0"), ("oneroster.version", version)]
    manifest += [(f"file.{name}", kind) for name, kind in kinds.items()]
    manifest += [("source.systemName", "Voorbeeldsysteem"), ("source.systemCode", "VB")]
    orgs = [
        ("best", "", "", "Stichting Voorbeeld", "district", "", ""),
        ("linde", "", "", "De Linde", "school", BRIN, "best"),
        ("beuk", "", "", "De Beuk", "school", "99ZZ00", "best"),
    ]
    files = {
        "manifest.csv": as_csv(("propertyName", "value"), manifest),
        "orgs.csv": as_csv("sourcedId status dateLastModified name type identifier parentSourcedId".split(), orgs),
        "academicSessions.csv": as_csv(
            "sourcedId status dateLastModified title type startDate endDate parentSourcedId schoolYear".split(),
            [("sj", "", "", "2026-2027", "schoolYear", "2026-08-01", "2027-07-31", "", YEAR + 1)],
        ),
        "users.csv": _users(made, new=new),
        "classes.csv": _classes(made),
        "enrollments.csv": _enrollments(made),
        "demographics.csv": as_csv(
            DEMOGRAPHICS,
            [(one.key, "", "", one.born, "female", *["false"] * 7, "NL", "", "Utrecht", "") for one in made.pupils],
        ),
    }
    return files | ({"roles.csv": _roles(made)} if new else {})


def _users(made: Invented, *, new: bool) -> bytes:
    head = "sourcedId status dateLastModified enabledUser".split()
    head += [] if new else ["orgSourcedIds", "role"]
    head += "username userIds givenName familyName middleName identifier email sms phone agentSourcedIds".split()
    head += ["grades", "password"]
    if new:
        head += "userMasterIdentifier preferredGivenName preferredMiddleName preferredFamilyName".split()
        head += ["primaryOrgSourcedId", "pronouns"]

    def row(
        one: Pupil | Parent | Teacher, role: str, *, email: str = "", agents: str = "", called: str = ""
    ) -> list[str]:
        start = [one.key, "", "", "true"] + ([] if new else ["linde,best" if role == "teacher" else "linde", role])
        start += [f"u{one.key}", f"{{LAS:{one.key}}}", one.first, _family(one), "", "123456782", email]
        start += ["0612345678", "", agents, "06", "geheim"]
        return start + (["", called, "", "", "linde", "zij/haar"] if new else [])

    rows = [row(one, "student", agents=",".join(one.parents), called=one.called) for one in made.pupils]
    rows += [row(one, one.role, email=one.email) for one in made.parents]
    rows += [row(one, "teacher", email=one.email) for one in made.teachers]
    return as_csv(head, rows, bom=True)


def _roles(made: Invented) -> bytes:
    head = "sourcedId status dateLastModified userSourcedId roleType role beginDate endDate orgSourcedId".split()
    rows = [
        (f"r{one.key}", "", "", one.key, "primary", "student", "2026-08-01", "", "linde", "") for one in made.pupils
    ]
    rows += [(f"r{one.key}", "", "", one.key, "primary", one.role, "", "", "linde", "") for one in made.parents]
    rows += [(f"r{one.key}", "", "", one.key, "primary", "teacher", "", "", "linde", "") for one in made.teachers]
    return as_csv([*head, "userProfileSourcedId"], rows)


def _classes(made: Invented) -> bytes:
    head = "sourcedId status dateLastModified title grades courseSourcedId classCode classType location".split()
    head += "schoolSourcedId termSourcedIds subjects subjectCodes periods".split()
    rows = [(key, "", "", name, "06", "", name, "homeroom", "lokaal 3", "linde", "sj", "", "", "")
            for key, name in made.classes.items()]  # fmt: skip
    rows += [(key, "", "", name, "06", "", key, "scheduled", "", "linde", "sj", "Wiskunde", "", "1,2")
             for key, name in made.lessons.items()]  # fmt: skip
    return as_csv(head, rows)


def _enrollments(made: Invented) -> bytes:
    head = "sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary".split()
    rows: list[tuple[object, ...]] = []
    for one in made.pupils:
        rows += [(f"e{one.key}{group}", "", "", group, "linde", one.key, "student", "", "2026-08-01", "2027-07-31")
                 for group in (one.klas, *one.groups)]  # fmt: skip
    for teacher in made.teachers:
        rows += [(f"e{teacher.key}{group}", "", "", group, "linde", teacher.key, "teacher", "true", "", "")
                 for group in teacher.groups]  # fmt: skip
    return as_csv([*head, "beginDate", "endDate"], rows)


def zipped(files: dict[str, bytes], target: Path) -> Path:
    """The files as a flat zip."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target


def edexml(made: Invented, *, prefix: str = "") -> str:
    """An EDEX file with the fields a pupil administration may put in; with a prefix as the body of a UWLR answer."""

    def element(name: str, text: object) -> str:
        return f"<{prefix}{name}>{escape(str(text))}</{prefix}{name}>"

    def group(kind: str, key: str) -> str:
        return f"<{prefix}{kind} key={quoteattr(key)}/>"

    head = element("schooljaar", f"{YEAR}-{YEAR + 1}") + element("brincode", BRIN[:4])
    head += element("dependancecode", BRIN[4:]) + element("aanmaakdatum", "2026-11-20T07:30:00")
    head += element("auteur", "Voorbeeldsysteem") + element("xsdversie", "2.1") + element("commentaar", "verzonnen")
    groups = "".join(
        f"<{prefix}groep key={quoteattr(key)}>{element('naam', name)}{element('jaargroep', '6')}"
        f"{element('omschrijving', 'stamgroep')}{element('mutatiedatum', STAMP)}</{prefix}groep>"
        for key, name in made.classes.items()
    ) + "".join(
        f"<{prefix}samengestelde_groep key={quoteattr(key)}>{element('naam', name)}</{prefix}samengestelde_groep>\n"
        for key, name in made.lessons.items()
    )
    pupils = "\n".join(
        f"<{prefix}leerling key={quoteattr(one.key)} eckid='https://ketenid.nl/202611/{one.key}'>"
        + element("achternaam", one.last) + element("voorvoegsel", one.infix) + element("voorletters-1", one.first[0])
        + element("voornamen", one.first) + element("roepnaam", one.called) + element("geboortedatum", one.born)
        + element("geslacht", "2") + element("bsn", "123456782") + element("fotourl", "https://foto.example/1.jpg")
        + element("postcode", "1234AB") + element("straat", "Lindelaan") + element("land", "NL")
        + element("etniciteit", "geen") + element("jaargroep", "6") + group("groep", one.klas)
        + f"<{prefix}samengestelde_groepen>" + "".join(group("samengestelde_groep", key) for key in one.groups)
        + f"</{prefix}samengestelde_groepen>" + element("mutatiedatum", STAMP) + f"</{prefix}leerling>"
        for one in made.pupils
    )  # fmt: skip
    teachers = "\n".join(
        f"<{prefix}leerkracht key={quoteattr(one.key)}>" + element("achternaam", one.last)
        + element("voorvoegsel", one.infix) + element("roepnaam", one.first) + element("gebruikersnaam", one.key)
        + element("emailadres", one.email) + element("rol", "leerkracht") + f"<{prefix}groepen>"
        + "".join(group("groep" if key in made.classes else "samengestelde_groep", key) for key in one.groups)
        + f"</{prefix}groepen></{prefix}leerkracht>"
        for one in made.teachers
    )  # fmt: skip
    return (
        f"<{prefix}school>{head}</{prefix}school>\n<{prefix}groepen>{groups}</{prefix}groepen>\n"
        f"<{prefix}leerlingen>{pupils}</{prefix}leerlingen>\n<{prefix}leerkrachten>{teachers}</{prefix}leerkrachten>"
    )


def as_edex(made: Invented, target: Path) -> Path:
    """A plain EDEX.XML, without a namespace."""
    target.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<EDEX>{edexml(made)}</EDEX>', encoding="utf-8")
    return target


def as_uwlr(made: Invented, target: Path) -> Path:
    """A saved answer of UWLR: SOAP around the same, with namespaces."""
    body = edexml(made, prefix="ns2:")
    target.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Header/><S:Body>'
        '<ns2:leerlinggegevens_antwoord xmlns:ns2="http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens">'
        f"<ns2:leerlinggegevens>{body}</ns2:leerlinggegevens></ns2:leerlinggegevens_antwoord></S:Body></S:Envelope>",
        encoding="utf-8",
    )
    return target


def sds_files(made: Invented) -> dict[str, bytes]:
    """The files of Microsoft SDS 2.1."""
    people = [(one, "student", "") for one in made.pupils] + [(one, "teacher", one.email) for one in made.teachers]
    contacts = [(one, one.role, one.email) for one in made.parents]
    users = [(one.key, f"u{one.key}", one.first, _family(one), "geheim", "", email, "0612345678", "")
             for one, _, email in (*people, *contacts)]  # fmt: skip
    return {
        "orgs.csv": as_csv("sourcedId name type parentSourcedId".split(), [("linde", "De Linde", "school", "")]),
        "users.csv": as_csv(
            "sourcedId username givenName familyName password activeDirectoryMatchId email phone sms".split(), users
        ),
        "roles.csv": as_csv(
            "userSourcedId orgSourcedId role sessionSourcedId grade isPrimary roleStartDate roleEndDate".split(),
            [(one.key, "linde", role, "sj", "", "true", "", "") for one, role, _ in people],
        ),
        "academicSessions.csv": as_csv(
            "sourcedId title type schoolYear startDate endDate".split(),
            [("sj", "2026-2027", "schoolYear", YEAR, "2026-08-01", "2027-07-31")],
        ),
        "classes.csv": as_csv(
            "sourcedId orgSourcedId title sessionSourcedIds courseSourcedId".split(),
            [(key, "linde", name, "sj", "") for key, name in (made.classes | made.lessons).items()],
        ),
        "enrollments.csv": as_csv(
            "classSourcedId userSourcedId role".split(),
            [(group, one.key, "student") for one in made.pupils for group in (one.klas, *one.groups)]
            + [(group, one.key, "teacher") for one in made.teachers for group in one.groups],
        ),
        "relationships.csv": as_csv(
            "userSourcedId relationshipUserSourcedId relationshipRole".split(),
            [(one.key, parent, "guardian") for one in made.pupils for parent in one.parents],
        ),
        "demographics.csv": as_csv(
            "userSourcedId sex birthDate birthCity raceCodes".split(),
            [(one.key, "female", one.born, "Utrecht", "white") for one in made.pupils],
        ),
    }
