"""Rosters of any size out of invented combinations of common names; the same seed gives the same roster.

A roster can grow round a cast, so that the same posts can be read by a school of 200 and by a board of 30,000.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

Row = tuple[str, str, str, str, str]
HEAD = ("voornaam", "tussenvoegsel", "achternaam", "roepnaam", "rol")

FIRST = """
Noah Emma Lucas Julia Levi Mila Luuk Tess Daan Sophie Finn Zoë Milan Nora Jesse Saar Bram Evi Sem Anna Mees Yara Thijs
Lotte Luca Eva Liam Sara James Olivia Benjamin Lauren Max Fleur Teun Nina Gijs Lynn Adam Lieke Sam Elin Boaz Milou Hugo
Noor Vince Maud Siem Isa Mats Roos Jurre Fenna Morris Liv Julian Vera Tijn Femke Jens Jasmijn Thijmen Loïs Stijn Hailey
Ties Suze Lars Lizzy Jack Esmee Tobias Rosalie Ruben Elise Xavi Naomi Olivier Bo Thomas Feline Koen Floor Owen Isabella
Mohammed Fatima Amir Aaliyah Ibrahim Amina Youssef Maryam Omar Hafsa Bilal Salma Rayan Khadija Hamza Inaya Ayoub Safae
Ilyas Nour Mehmet Elif Emir Zeynep Yusuf Defne Kerem Ecrin Jakub Zuzanna Szymon Maja Błażej Oliwia Mateusz Hanna Ishaan
Anaya Arjun Diya Ravi Shanti Vihaan Priya Jayden Chelsea Kenji Mei-Lin Wei Xin Minh Linh Dwayne Shanaya Quincy Jaëlla
Abdi Hodan Samuel Selam Yonas Meron Karim Layla Mahmoud Rahaf José Valentina Mateo Lucía Andrei Ioana Oleksandr Sofiia
Storm Sterre Wolf Bloem Jan Mark Will Linde Vos Dag Beer Lente Merel Hazel Ster Wende Rein Roosmarijn Kees Piet Joke
Willem Hendrik Cornelis Johanna Geertruida Pieter Marieke Annelies Sjoerd Fokke Froukje Jelle Wiebe Hiske Tjitske Bouke
Aiden Anouk Arie Aron Beau Benthe Berat Britt Cas Celine Cem Charlie Chris Claire Coen Daphne David Dean Denise Dex Dirk
Dylan Ella Elena Ezra Faye Felix Fien Filip Floris Frank Gabriël Gerben Guusje Harm Heleen Ilse Imke Ingrid Iris Ivar
Jara Jaap Jip Joep Jolien Jonas Josephine Joy Juul Karlijn Kira Kyan Laura Lenn Leon Lina Linn Loek Lou Louise Luna Lux
Maarten Madelief Manon Margot Marit Marlou Melle Melissa Merlijn Mick Mira Moos Myrthe Nadia Nick Nikki Nova Odin Okke
Oskar Otis Otto Philip Pien Pim Pippa Puck Quinten Quinn Rafael Rick Rik Robin Romy Rosa Roel Ruth Ryan Sander Selma
Skye Sofie Stef Stella Sven Tara Teddy Thea Tim Tirza Tommy Valerie Victor Vigo Wouter Ymke Yfke Zara Zoey
Lisa-Marie Jan-Peter Anne-Fleur Pieter-Jan Eva-Lotte Noëlle Daniëlle Raphaël Chloé René Anaïs Björn Søren Gülsüm
""".split()

LAST = """
Jong Jansen Vries Berg Bakker Dijk Visser Janssen Smit Meijer Boer Mulder Groot Bos Vos Peters Hendriks Leeuwen Dekker
Brouwer Wit Dijkstra Smits Graaf Meer Linden Kok Jacobs Haan Vermeulen Heuvel Veen Broek Bruijn Bruin Heijden Schouten
Beek Willems Vliet Ven Hoekstra Maas Verhoeven Koster Dam Wal Prins Blom Huisman Peeters Kuipers Veenstra Kramer Vink
Postma Mol Hermans Jonge Wijk Kuiper Bosch Verbeek Evers Huijgen Tol Timmermans Koning Hoek Wolters Sanders Bruggen
El-Idrissi Bouzid Amrani Benali Yılmaz Kaya Demir Şahin Öztürk Kowalski Nowak Wiśniewska Singh Ramdin Sewpersad
Bhagwandin Nguyen Chen Wang Tran Mensah Osei Haile Tesfaye Warsame Hassan Ali Hussein Santos Silva García Popescu
Shevchenko Bongers Kooistra Zijlstra Terpstra Wiersma Bouwman Kroon Molenaar Tuinman Zwart Groen Winter Zomer Appel
Steen Bergsma Boonstra Faber Hofman Jager Keizer Kamp Laan Lange Meester Ooms Pool Rijn Ruiter Scholten Spek Stam Tak
Veld Vlieger Vroom Wagenaar Westra Wouters Zeeman Zuidema Overbeek Nieuwenhuis Rozenboom Hogendoorn Wijnands Driessen
""".split()

INFIXES = ("van", "van der", "van den", "van de", "ter", "ten", "in 't", "van 't", "op den")
WITH_OF = frozenset(
    "Dijk Leeuwen Heuvel Veen Broek Heijden Beek Vliet Ven Dam Wal Wijk Tol Hoek Bruggen Linden Meer Berg Bosch Laan"
    " Rijn Veld Stam Steen Kamp Maas".split()
)
# Surnames that are words too: on a large roster every common word is somebody's name.
WORDS = """
Vogel Kraai Mus Kip Haring Baars Snoek Paard Schaap Haas Hond Kat Boom Blad Roos Bloem Gras Zand Water Zee Wind Regen
Sneeuw Zon Sterre Dag Nacht Mei Pasen Zondag Goed Vrij Klein Lang Kort Dik Mager Snel Sterk Wijs Trouw Blij Rood Blauw
Geel Stoel Tafel Bank Boot Schip Fiets Wagen Huis Kerk School Poort Brug Straat Plein Markt Molen Schuur Bos Hout Steen
Goud Zilver Kooper Baas Heer Boer Herder Slager Kapper Schilder Schrijver Speelman Danser Zanger Ridder Graaf Hertog
Paus Monnik Pop Bal Punt Kroes Pot Pan Lepel Mand Kist Doos Knoop Draad Wol Laken Hoed Jas Broek Schoen Hand Voet Hart
""".split()
HEADS = """
Zand Ooster Wester Noorder Zuider Nieuwen Ouden Hogen Lagen Groenen Roden Zwarten Witten Berken Eiken Beuken Linden
Heide Duin Meer Water Beek Rijn Maas Ijssel Waal Steen Molen Kerk Kruis Klooster Hof Burg Land Akker Weide Vlas
Koren Haver Rogge Appel Peren Kersen Rozen Vogel Zwanen Ganzen Vossen Wolven Beren
""".split()
TAILS = "berg dal veld hof huis kamp burg broek brink laar horst beek man mans stra ink donk rade loo wijk meer".split()
WITH_THE = frozenset("Jong Vries Groot Boer Wit Graaf Haan Bruijn Bruin Jonge Ruiter Lange Jager Kroon".split())
ROLES = ("leerling",) * 8 + ("ouder", "leerkracht")


def made(size: int, *, seed: int, cast: Iterable[Row] = ()) -> list[Row]:
    """A cast, and invented people after them until the roster has this size. Nobody is in it twice."""
    rows = list(cast)
    known = set(rows)
    for row in _people(random.Random(seed)):
        if len(rows) >= size:
            break
        if row not in known:
            known.add(row)
            rows.append(row)
    return rows[:size]


def _people(rng: random.Random) -> Iterator[Row]:
    while True:
        last = _last(rng)
        infix = "de" if last in WITH_THE else rng.choice(INFIXES) if last in WITH_OF else ""
        if rng.random() < 0.06:
            last = f"{last}-{_last(rng)}"
        first, called = rng.choice(FIRST), ""
        if rng.random() < 0.12:
            first, called = f"{first} {rng.choice(FIRST)}", rng.choice((first, rng.choice(FIRST)))
        yield first, infix, last, called, rng.choice(ROLES)


def _last(rng: random.Random) -> str:
    """Half of all people share the common names; the rest bear one of a thousand rarer ones."""
    chance = rng.random()
    if chance < 0.55:
        return rng.choice(LAST)
    return rng.choice(WORDS) if chance < 0.65 else rng.choice(HEADS) + rng.choice(TAILS)


def read_rows(path: Path) -> list[Row]:
    """The rows of a roster as they stand in its file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (row["voornaam"], row["tussenvoegsel"], row["achternaam"], row["roepnaam"], row["rol"])
            for row in csv.DictReader(file, delimiter=";")
        ]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """A roster as a school would hand it in."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(rows)
