"""The rows of people: boards, schools, persons with roles, groups, guardians, accounts. `rules` says what they mean."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from magdit.areas.people.models_entry import ApiKey, Intake, Link
from magdit.areas.people.names import whole
from magdit.words.roles import ROLES
from magdit.words.states import AUTHORITY
from magdit.words.vocabulary import Vocabulary

__all__ = [
    "Account", "ApiKey", "Board", "ColumnMapping", "ExternalId", "Group", "Guardianship", "Intake", "Link",
    "Membership", "Person", "Role", "School",
]  # fmt: skip


def choices(words: Vocabulary) -> list[tuple[str, str]]:
    """The words of a list as a field of Django wants them."""
    return [(word.code, word.dutch) for word in words]


class Row(models.Model):
    """A row with an id that tells nothing."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True


class Board(Row):
    """A school board; nothing of it is ever seen by another. `parents_needed`: is the yes of one parent enough?"""

    name = models.CharField("naam", max_length=200)
    contact = models.EmailField("e-mail voor privacyvragen", blank=True)
    address = models.CharField("adres", max_length=300, blank=True)
    parents_needed = models.CharField(
        "ja van", max_length=5, default="een", choices=[("een", "één ouder is genoeg"), ("allen", "alle ouders")]
    )
    # Two years after leaving is the term for a pupil's file; a board may hold on longer for a reason of its own.
    keep_years = models.PositiveSmallIntegerField("dossier bewaren na vertrek (jaren)", default=2)
    # Who must prove with a second step (an app, a key) that it is them: who sees many, all staff, or nobody.
    second_step = models.CharField(
        "tweede stap bij inloggen", max_length=10, default="velen",
        choices=[
            ("velen", "wie gegevens van een hele school ziet"),
            ("personeel", "al het personeel"),
            ("niemand", "niemand; het mag wel"),
        ],
    )  # fmt: skip

    class Meta:
        verbose_name = "bestuur"
        verbose_name_plural = "besturen"

    def __str__(self) -> str:
        return self.name


class School(Row):
    """A school of a board, with the protocol it works under. `mirror`: the pupil administration stays master."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, verbose_name="bestuur", related_name="schools")
    name = models.CharField("naam", max_length=200)
    code = models.SlugField("korte naam", max_length=60, help_text="zo heet de school op de opdrachtregel")
    brin = models.CharField("BRIN", max_length=6, blank=True)
    protocol = models.CharField("protocol", max_length=60)
    mirror = models.BooleanField("toestemmingen komen uit de leerlingadministratie", default=False)
    mirror_days = models.PositiveSmallIntegerField("gegevens te oud na (dagen)", default=7)
    # A printed list goes out of date with the first parent who changes their mind.
    card_days = models.PositiveSmallIntegerField("fotokaart geldig (dagen)", default=1)
    # Its own number, address, site, account or bus: no personal data of anyone, so a check leaves them alone.
    own_data = models.TextField("openbare gegevens van de school", blank=True)

    class Meta:
        verbose_name = "school"
        verbose_name_plural = "scholen"
        constraints = (models.UniqueConstraint(fields=("code",), name="one_school_per_code"),)

    def __str__(self) -> str:
        return self.name


class Person(Row):
    """A pupil, guardian, employee or institution. Kept: no BSN, no photo, no address, no origin.

    `version` goes up with every change, so that two who edit at once cannot overwrite each other unseen.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="people", verbose_name="bestuur")
    first = models.CharField("voornamen", max_length=120, blank=True)
    called = models.CharField("roepnaam", max_length=80, blank=True)
    infix = models.CharField("voorvoegsel", max_length=30, blank=True)
    last = models.CharField("achternaam", max_length=160)
    born = models.DateField("geboortedatum", null=True, blank=True)
    email = models.EmailField("e-mail", blank=True)
    language = models.CharField("taal", max_length=8, default="nl")
    institution = models.BooleanField("is een instelling", default=False)
    shielded = models.BooleanField("afgeschermd adres", default=False)
    left_on = models.DateField("vertrokken op", null=True, blank=True)
    removed_on = models.DateField("dossier verwijderd op", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField("versie", default=1, editable=False)

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        indexes = (models.Index(fields=("board", "last", "called")),)

    def __str__(self) -> str:
        return whole(self)


class ExternalId(models.Model):
    """How another system names a person, group or school, so that a next import finds it again."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE)
    system = models.CharField("systeem", max_length=60)
    kind = models.CharField(
        "soort", max_length=20, choices=[("persoon", "persoon"), ("groep", "groep"), ("school", "school")]
    )
    key = models.CharField("sleutel", max_length=200)
    object = models.UUIDField("van")

    class Meta:
        verbose_name = "sleutel elders"
        verbose_name_plural = "sleutels elders"
        constraints = (models.UniqueConstraint(fields=("board", "system", "kind", "key"), name="one_object_per_key"),)
        indexes = (models.Index(fields=("object",)),)


class ColumnMapping(models.Model):
    """How the columns and words of another system's table are read, by a name the school gave it.

    `columns`: their heading -> our field. `values`: our field -> their word -> our word. No cell is kept.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="mappings", verbose_name="school")
    name = models.CharField("naam", max_length=60)
    kind = models.CharField(
        "wat", max_length=20,
        choices=[("leerlingen", "leerlingen"), ("verzorgers", "verzorgers"), ("toestemmingen", "toestemmingen")],
    )  # fmt: skip
    columns = models.JSONField("kolommen", default=dict)
    values = models.JSONField("woorden", default=dict)
    made_at = models.DateTimeField("gemaakt")

    class Meta:
        verbose_name = "koppeling van kolommen"
        verbose_name_plural = "koppelingen van kolommen"
        constraints = (models.UniqueConstraint(fields=("school", "name"), name="one_mapping_per_name"),)

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """What someone is at a school, or board-wide when `school` is empty, from a day until a day (both inside)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles", verbose_name="persoon")
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, verbose_name="school")
    role = models.CharField("rol", max_length=40, choices=choices(ROLES))
    begins = models.DateField("vanaf", null=True, blank=True)
    ends = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "rol"
        verbose_name_plural = "rollen"
        indexes = (models.Index(fields=("school", "role")),)
        constraints = (
            models.UniqueConstraint(
                fields=("person", "school", "role", "begins"), name="one_role_at_a_time", nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {ROLES.dutch(self.role) if self.role in ROLES else self.role}"


class Group(Row):
    """A class or group of one school in one school year (named after the calendar year in which it begins)."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="groups", verbose_name="school")
    year = models.PositiveSmallIntegerField("schooljaar vanaf")
    name = models.CharField("naam", max_length=80)
    kind = models.CharField(
        "soort", max_length=20, default="klas", choices=[("klas", "klas of stamgroep"), ("groep", "andere groep")]
    )

    class Meta:
        verbose_name = "klas of groep"
        verbose_name_plural = "klassen en groepen"
        constraints = (models.UniqueConstraint(fields=("school", "year", "name"), name="one_group_per_name"),)

    def __str__(self) -> str:
        return f"{self.name} ({self.year}-{self.year + 1})"


class Membership(models.Model):
    """Someone in a group, as pupil or as teacher, from a day until a day (both inside)."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members", verbose_name="groep")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships", verbose_name="persoon")
    role = models.CharField(
        "als", max_length=20, choices=[("leerling", "leerling"), ("leerkracht", "leerkracht of docent")]
    )
    begins = models.DateField("vanaf", null=True, blank=True)
    ends = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "lid"
        verbose_name_plural = "leden"
        constraints = (models.UniqueConstraint(fields=("group", "person", "role"), name="once_in_a_group"),)

    def __str__(self) -> str:
        return f"{self.person} in {self.group}"


class Guardianship(models.Model):
    """Who stands around a child, and whether they have authority (`gezag`): says who, and since when."""

    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="guardianships", verbose_name="kind")
    guardian = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="wards", verbose_name="verzorger")
    relation = models.CharField(
        "is", max_length=20, choices=[("ouder", "ouder"), ("voogd", "voogd"), ("verzorger", "andere verzorger")]
    )
    authority = models.CharField("gezag", max_length=10, default="onbekend", choices=choices(AUTHORITY))
    source = models.CharField("volgens", max_length=120, blank=True)
    since = models.DateField("sinds", null=True, blank=True)
    ended = models.DateField("tot en met", null=True, blank=True)
    version = models.PositiveIntegerField("versie", default=1, editable=False)

    class Meta:
        verbose_name = "verzorger van een kind"
        verbose_name_plural = "verzorgers van kinderen"
        constraints = (models.UniqueConstraint(fields=("child", "guardian"), name="one_bond_per_pair"),)

    def __str__(self) -> str:
        return f"{self.guardian} bij {self.child}"


class Accounts(BaseUserManager["Account"]):
    """Makes accounts; a password is optional, since parents sign in with a link."""

    def get(self, *args: Any, **wanted: Any) -> Account:
        """One account with whose it is and of which board: every page asks that of who is signed in."""
        return self.select_related("person__board").get(*args, **wanted)

    def create_user(self, login: str, password: str | None = None, **more: object) -> Account:
        """An account without rights of its own."""
        account = self.model(login=login, **more)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def create_superuser(self, login: str, password: str | None = None, **more: object) -> Account:
        """An account that may do all in the admin: for who keeps the computer, not for a school."""
        return self.create_user(login, password, is_superuser=True, is_staff=True, **more)


class Account(AbstractBaseUser, PermissionsMixin):
    """How someone signs in. What they may see follows from the roles and relations of `person`."""

    login = models.CharField("aanmeldnaam", max_length=200, unique=True)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="accounts", verbose_name="persoon"
    )
    # The mailbox that proved to be theirs: they came in with a link that was sent there. Parents may share one.
    address = models.EmailField("e-mail om in te loggen", blank=True, db_index=True)
    is_staff = models.BooleanField("mag in het beheer", default=False)
    is_active = models.BooleanField("actief", default=True)

    objects = Accounts()
    USERNAME_FIELD = "login"

    class Meta:
        verbose_name = "account"
        verbose_name_plural = "accounts"
