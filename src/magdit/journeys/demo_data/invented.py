"""The words of which the invented schools are made: schools, names, staff. Data and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invented:
    """A school with its board. `secondary`: pupils of twelve to eighteen. `mirror`: consents come from elsewhere."""

    board: str
    school: str
    code: str
    protocol: str
    secondary: bool = False
    mirror: bool = False


SCHOOLS = (
    Invented("Stichting De Linde (verzonnen)", "De Linde", "de-linde", "osvs", secondary=True),
    Invented("Stichting De Zwaluw (verzonnen)", "De Zwaluw", "de-zwaluw", "ozhw", secondary=True, mirror=True),
    Invented("Stichting De Wilg (verzonnen)", "De Wilg", "de-wilg", "verkruisen"),
    Invented("Stichting De Stelling (verzonnen)", "De Stelling", "de-stelling", "vsnon"),
    Invented("Stichting Het Prisma (verzonnen)", "Het Prisma", "het-prisma", "ouderportaalschool", mirror=True),
)
CALLED = tuple(
    """Noor Sem Yara Daan Fleur Bilal Zoë Luuk Anouk Jayden Esra Thijs Lotte Mees Amira Finn Sanne Ravi Evi Stijn Hanna
    Omar Liv Bram Nina Youssef Roos Gijs Aaliyah Tygo Isa Jip Meryem Cas Pien Kofi Maud Siem Lina Pepijn Fenna Teun
    Sofia Joris Imane Ties Vera Koen Milou Adam Wies Rens Elif Hugo Juna Kaan Saar Boaz Mila Quinten""".split()
)
GROWN = tuple(
    """Mira Joost Petra Mohamed Karin Erik Fatma Wouter Ingrid Rachid Marieke Sander Leyla Bas Annemiek Johan Priya
    Maarten Esther Hasan Linda Ruben Samira Geert Monique Tim Chantal Pieter Aylin Frank""".split()
)
# Voorvoegsel and achternaam, parted by a bar.
LAST = tuple(
    (infix, last)
    for infix, _, last in (
        name.strip().rpartition("|")
        for name in """van|Dijk, de|Boer, Bakker, Amrani, van der|Berg, Yılmaz, van den|Broek, Jansma, 't|Hart, de|Wit,
        El Idrissi, Post, Özdemir, in 't|Veld, Kramer, ter|Horst, Smit, Nguyen, van|Leeuwen, Vos, Mulder, op den|Kamp,
        Singh, de la|Cruz, Visser, Hoekstra, Kaya, van 't|Hof, Blom, Postma, Diallo, ten|Brinke, Zwart, Meijer, Demir,
        Willems, Prins, Okafor, de|Graaf, d'|Hondt, van der|Zee, Bouzid, Veenstra, Koster, de|Haan""".split(",")
    )
)
CUSTODIANS = ("Stichting Voogdij De Haven", "Jeugdbescherming Noordrand")
LANGUAGES = ("nl", "nl", "nl", "nl", "nl", "nl", "en", "ar", "tr", "pl")
# One of each at every school; teachers of a class come on top. Of the board as a whole: the second list.
STAFF = tuple(
    """schoolleider directeur adjunct_directeur teamleider leidinggevende administratie beheerder communicatiemedewerker
    oop ib_er vertrouwenspersoon anti_pestcoordinator social_mediacoach mentor mr stagiair vrijwilliger inhuurkracht
    hulpouder""".split()
)
OF_THE_BOARD = ("cvb", "fg", "rvt", "gmr")
