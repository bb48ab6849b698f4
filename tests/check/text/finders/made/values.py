"""Makes valid values of every kind in the ways in which people write them. All invented; every digit comes from"
" a seed."""

from __future__ import annotations

from random import Random

from stdnum import iban as iban_number
from stdnum.nl import bsn as bsn_number

FIRST = "Noor Sem Yara Daan Fenna Ravi Lotte Bilal Tess Jesse Amira Gijs Zeynep Owen Hanna Milan".split()
LAST = "van Dijk,Jansen,de Boer,El Amrani,Visser,van den Heuvel,Kaya,Smit,Bakker,Hendriks,Post,de Wit".split(",")
HOSTS = (
    "voorbeeld delinde hetkompas regenboog-school vlinderhof obsdeark lyceumwest kbs-dewegwijzer sterrenschool".split()
)
LETTERS = "BDFGHJKLNPRSTVXZ"
STEMS = (
    "Dorps Kerk Linde Kastanje Beuken School Stations Prinses Juliana Wilhelmina Molen Berken Acacia Nassau Emma"
    " Bosch Tulpen Merel"
    " Leeuwerik Vondel Rembrandt Haven Nieuw Hoofd Eiken Burgemeester|Jansen Van|Galen Van Speijk Anne Frank"
    " Hendrik|de|Vries"
).split()
ENDINGS = "straat laan weg plein kade singel dreef gracht steeg plantsoen dijk hof pad park".split()


def digits(chance: Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def bsn(chance: Random) -> str:
    while True:
        number = chance.choice("123456789") + digits(chance, 8)
        if bsn_number.is_valid(number):
            a, b, c = number[:3], number[3:6], number[6:]
            return chance.choice(
                [number, number, f"{a} {b} {c}", f"{a}.{b}.{c}", f"{number[:4]}.{number[4:6]}.{c}", f"{a}-{b}-{c}"]
            )


def iban(chance: Random) -> str:
    banks = "ABNA INGB RABO SNSB TRIO ASNB BUNQ KNAB".split()
    make = {
        "NL": lambda: chance.choice(banks) + digits(chance, 10),
        "BE": lambda: _belgian(chance),
        "DE": lambda: digits(chance, 18),
    }
    country = chance.choice(["NL", "NL", "NL", "BE", "DE"])
    account = make[country]()
    whole = country + iban_number.calc_check_digits(f"{country}00{account}") + account
    four = [whole[at : at + 4] for at in range(0, len(whole), 4)]
    return chance.choice([whole, " ".join(four), ".".join(four), whole.lower(), " ".join(four).lower(), "-".join(four)])


def _belgian(chance: Random) -> str:
    account = digits(chance, 10)
    return f"{account}{int(account) % 97 or 97:02d}"


def phone(chance: Random) -> str:
    if chance.random() < 0.65:
        a, b, c, d = (
            f"{chance.choice('12348')}{digits(chance, 1)}",
            digits(chance, 2),
            digits(chance, 2),
            digits(chance, 2),
        )
        national = [
            f"06-{a}{b}{c}{d}",
            f"06{a}{b}{c}{d}",
            f"06 {a} {b} {c} {d}",
            f"06-{a} {b} {c} {d}",
            f"06.{a}.{b}.{c}.{d}",
            f"(06) {a}{b}{c}{d}",
        ]
        national += [
            f"06 - {a}{b}{c}{d}",
            f"06/{a}{b}{c}{d}",
            f"06{a} {b}{c}{d}",
            f"06 {a}{b} {c}{d}",
            f"06-{a}-{b}-{c}-{d}",
        ]
        abroad = [
            f"+31 6 {a}{b}{c}{d}",
            f"+316{a}{b}{c}{d}",
            f"+31(0)6-{a}{b}{c}{d}",
            f"0031 6 {a} {b} {c} {d}",
            f"+31 (0)6 {a} {b} {c} {d}",
        ]
        return chance.choice(national * 2 + abroad)
    area = chance.choice(["030", "020", "010", "070", "050", "0475", "0348", "0162", "0512", "038", "024", "073"])
    rest = chance.choice("23456") + digits(chance, 9 - len(area))
    cut = len(rest) - 4
    loose = f"{rest[:cut]} {rest[cut : cut + 2]} {rest[cut + 2 :]}"
    return chance.choice(
        [
            f"{area}-{rest}",
            f"{area} {rest}",
            f"({area}) {loose}",
            f"{area} - {loose}",
            f"+31 {area[1:]} {rest}",
            f"{area}{rest}",
            f"{area}/{rest}",
        ]
    )


def phone_abroad(chance: Random) -> str:
    """In their own national style; these need a word about telephones beside them."""
    belgian = [
        f"04{chance.choice('7789')}{chance.choice('0123456')} {digits(chance, 2)} {digits(chance, 2)}"
        f" {digits(chance, 2)}",
        f"03 {chance.choice('23')}{digits(chance, 2)} {digits(chance, 2)} {digits(chance, 2)}",
    ]
    german = [
        f"0171 {chance.choice('23456789')}{digits(chance, 6)}",
        f"030 {chance.choice('23456789')}{digits(chance, 7)}",
    ]
    other = [
        f"020 7{digits(chance, 3)} {digits(chance, 4)}",
        f"01 4{digits(chance, 1)} {digits(chance, 2)} {digits(chance, 2)} {digits(chance, 2)}",
    ]
    return chance.choice(belgian + german + other)


def email(chance: Random) -> str:
    first, last, host = chance.choice(FIRST), chance.choice(LAST).replace(" ", ""), chance.choice(HOSTS)
    local = chance.choice(
        [
            first,
            f"{first}.{last}",
            f"{first[0]}.{last}",
            f"{last}{digits(chance, 2)}",
            "info",
            "directie",
            f"{first}_{last}",
            f"juf{first}",
            "administratie",
        ]
    )
    ending = chance.choice(["nl", "nl", "nl", "com", "org", "be", "school", "eu", "amsterdam"])
    whole = f"{local}@{chance.choice(['', '', '', 'mail.'])}{host}.{ending}"
    return chance.choice([whole, whole.lower(), whole.lower()])


def email_written_out(chance: Random) -> str:
    local, host = chance.choice(FIRST).lower(), chance.choice(HOSTS)
    at, dot = chance.choice(
        [
            (" at ", " punt "),
            ("[at]", "."),
            (" (at) ", " (punt) "),
            ("(at)", "(dot)"),
            (" apenstaartje ", " punt "),
            (" @ ", "."),
            ("@ ", "."),
        ]
    )
    return f"{local}{at}{host}{dot}{chance.choice(['nl', 'nl', 'com', 'org'])}"


def url(chance: Random) -> str:
    host, ending = chance.choice(HOSTS), chance.choice(["nl", "nl", "nl", "com", "org", "be/x", "eu"])
    path = chance.choice(
        ["", "", f"/groep{digits(chance, 1)}", "/nieuws/2026/kamp", "/foto?id=12&a=3", "/inschrijven#nu", "/a_b-c.html"]
    )
    path = "" if "/" in ending else path
    return chance.choice(["https://", "http://", "www.", "https://www.", "", "", "WWW."]) + f"{host}.{ending}{path}"


def handle(chance: Random) -> str:
    first = chance.choice(FIRST).lower()
    return "@" + chance.choice(
        [
            f"{first}_{digits(chance, 2)}",
            f"{first}.vd",
            f"{first}{digits(chance, 4)}",
            f"xx{first}xx",
            f"de_{first}",
            chance.choice(HOSTS).replace("-", "_"),
        ]
    )


def account(chance: Random) -> str:
    first = chance.choice(FIRST).lower()
    return chance.choice(
        [f"{first}_{digits(chance, 2)}", f"{first}.vd", f"{first}{digits(chance, 4)}", f"{first}vd", f"its{first}"]
    )


def postcode(chance: Random) -> str:
    while True:
        letters = chance.choice(LETTERS + "AEW") + chance.choice(LETTERS + "AEW")
        if letters not in ("SS", "SD", "SA", "WK", "EK", "NR"):
            return f"{chance.randint(1011, 9999)}{chance.choice([' ', ' ', ''])}{letters}"


def street(chance: Random) -> str:
    if chance.random() < 0.12:
        return chance.choice(
            [
                "Oude Gracht",
                "Grote Markt",
                "Laan van Meerdervoort",
                "Korte Nieuwstraat",
                "Burgemeester de Vlugtlaan",
                "St. Jansstraat",
                "J.P. Coenstraat",
            ]
        )
    return chance.choice(STEMS).replace("|", " ") + chance.choice(ENDINGS)


def address(chance: Random) -> str:
    number = str(chance.randint(1, 320))
    addition = chance.choice(["", "", "", "", "a", "B", "-2", " bis", "-III", "/4", " hs", "c", "A-3"])
    return f"{street(chance)} {number}{addition}"


def plate(chance: Random) -> str:
    code = chance.choice(
        "LL-DD-DD DD-DD-LL DD-LL-DD LL-DD-LL LL-LL-DD DD-LL-LL DD-LLL-D D-LLL-DD LL-DDD-L L-DDD-LL LLL-DD-L"
        " D-LL-DDD".split()
    )
    return "".join(
        chance.choice(LETTERS) if sign == "L" else digits(chance, 1) if sign == "D" else sign for sign in code
    )


def birth_date(chance: Random) -> str:
    months = "januari februari maart april mei juni juli augustus september oktober november december".split()
    short = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1955, 2021)
    numbers = [
        f"{day:02d}-{month:02d}-{year}",
        f"{day}-{month}-{year}",
        f"{day}/{month}/{year}",
        f"{day:02d}.{month:02d}.{year}",
        f"{year}-{month:02d}-{day:02d}",
        f"{day}-{month}-'{year % 100:02d}",
    ]
    named = [
        f"{day} {months[month - 1]} {year}",
        f"{day} {short[month - 1]} {year}",
        f"{day} {short[month - 1]}. {year}",
        f"{day} {months[month - 1]} '{year % 100:02d}",
    ]
    return chance.choice(numbers + named * 2)


def pupil_number(chance: Random) -> str:
    return chance.choice(
        [
            digits(chance, 6).replace("0", "4"),
            "1" + digits(chance, 4),
            f"s{digits(chance, 7)}",
            f"2{digits(chance, 7)}",
            f"LL-{digits(chance, 5)}",
        ]
    )
