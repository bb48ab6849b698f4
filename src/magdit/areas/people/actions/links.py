"""Making links that let someone in, and using them. What an ordinary sign-in does is not written in the journal.

The address that a link was sent to is theirs once they come in with it: that proves the mailbox.
"""

from __future__ import annotations

from datetime import datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import slugify

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people import links, mails
from magdit.areas.people.actions import held
from magdit.areas.people.coming_in import accounts_at, may_come_in, never_came_in
from magdit.areas.people.entry import email
from magdit.areas.people.models import Account, Link, Person
from magdit.areas.people.names import whole
from magdit.areas.people.queries import schools_of

LONGEST_LOGIN = 180


def mail_links(address: str, *, at: datetime) -> int:
    """Mail a link to everyone of whom this mailbox proved to be, if anyone. Answers how many mails left.

    Who never had an account is invited, at the address that the office wrote down: only who reads that mailbox
    comes in with it, and that is the proof.
    """
    day = at.astimezone(SCHOOL_CLOCK).date()
    known = [_link_mail(one.person, one.address, at=at) for one in accounts_at(address, day) if one.person]
    new = (_first_mail(one, at=at) for one in never_came_in(address, day))
    return sum(mails.send([*known, *(one for one in new if one is not None)]))


def mail_again(link: Link, *, at: datetime) -> int:
    """A new link for the person of this one: to their mailbox; an invitation that ran out, to where it was sent."""
    person, day = link.person, at.astimezone(SCHOOL_CLOCK).date()
    if not may_come_in(person, day):
        return 0
    known = Account.objects.filter(person=person, is_active=True).exclude(address="").order_by("pk").first()
    if known is not None:
        return sum(mails.send([_link_mail(person, known.address, at=at)]))
    if link.kind != links.INVITATION or not link.address or links.state_of(link, at) != "link_expired":
        return 0
    invited = _invitation(person, _invite_again(link, at=at), to=link.address, at=at)
    return sum(mails.send([] if invited is None else [invited]))


def mail_proof(person: Person, address: str, *, at: datetime) -> str:
    """Mail someone who is signed in a link to a new address: coming in with it makes the address theirs."""
    to = email(address)
    if not to:
        raise Refused("email_wrong")
    if not all(mails.send([_link_mail(person, to, at=at)])):
        raise Refused("mail_failed")
    return to


@transaction.atomic
def make_link(person: Person, *, address: str, at: datetime) -> str:
    """A link to sign in, sent to this address; older ones no longer work. Answers what stands in the mail."""
    replace(Link.objects.filter(person=person, kind=links.SIGN_IN), at=at)
    token = links.new_token()
    until = at + links.LASTS[links.SIGN_IN]
    Link.objects.create(
        person=person, kind=links.SIGN_IN, mark=links.mark_of(token), address=address, made_at=at, until=until
    )
    return token


@transaction.atomic
def use_link(token: str, *, at: datetime) -> Account:
    """Come in with a link, once: the account of the person it was for. Refused with how the link stands otherwise."""
    link = links.found(token)
    if link is None:
        raise Refused("link_unknown")
    if not Link.objects.filter(pk=link.pk, used_at=None, until__gt=at).update(used_at=at):
        link.refresh_from_db()
        raise Refused(links.state_of(link, at))
    person = Person.objects.select_related("board").select_for_update(of=("self",)).get(pk=link.person_id)
    doing = Doing(held.about(person), person.board_id, at)
    if not may_come_in(person, doing.today):
        raise Refused("link_closed")
    account = _invited(doing, person, link) if link.kind == links.INVITATION else _known(person, link)
    replace(Link.objects.filter(person=person), at=at)
    _prove(doing, account, person, link.address)
    return account


def replace(older: QuerySet[Link], *, at: datetime) -> None:
    """Let links that were not used no longer work: a newer one came, or they came in."""
    older.filter(used_at=None, until__gt=at).update(until=at)


def _link_mail(person: Person, address: str, *, at: datetime) -> EmailMessage:
    return mails.sign_in_mail(person, token=make_link(person, address=address, at=at), to=address)


def _first_mail(person: Person, *, at: datetime) -> EmailMessage | None:
    """An invitation that they asked for themselves; it ends what they asked for before, not what the school sent."""
    earlier = Link.objects.filter(person=person, kind=links.INVITATION, made_by="")
    token = links.new_token()
    with transaction.atomic():
        replace(earlier, at=at)
        Link.objects.create(
            person=person, kind=links.INVITATION, mark=links.mark_of(token), address=person.email, made_at=at,
            until=at + links.LASTS[links.INVITATION],
        )  # fmt: skip
    return _invitation(person, token, to=person.email, at=at)


def _invitation(person: Person, token: str, *, to: str, at: datetime) -> EmailMessage | None:
    """The mail with an invitation, of a school of theirs."""
    school = schools_of(person, at.astimezone(SCHOOL_CLOCK).date()).first()
    if school is None:
        return None
    last_day = (at + links.LASTS[links.INVITATION]).astimezone(SCHOOL_CLOCK).date()
    return mails.invitation_mail(person, school=school, token=token, until=last_day, to=to)


@transaction.atomic
def _invite_again(link: Link, *, at: datetime) -> str:
    """The same invitation anew, to the same mailbox: the school said yes to that, and only time ran out."""
    token = links.new_token()
    Link.objects.filter(pk=link.pk).update(until=link.made_at)  # from here on it was replaced
    Link.objects.create(
        person=link.person, kind=links.INVITATION, mark=links.mark_of(token), address=link.address, made_at=at,
        until=at + links.LASTS[links.INVITATION], made_by=link.made_by,
    )  # fmt: skip
    return token


def _known(person: Person, link: Link) -> Account:
    """Their open account: the one of this address, or else the first."""
    accounts = list(Account.objects.filter(person=person, is_active=True).order_by("pk"))
    if not accounts:
        raise Refused("link_closed")
    return next((one for one in accounts if one.address.lower() == link.address.lower()), accounts[0])


def _invited(doing: Doing, person: Person, link: Link) -> Account:
    """Their open account, or a new one; a closed one stays closed, since the journal speaks of it."""
    account = Account.objects.filter(person=person, is_active=True).order_by("pk").first()
    is_new = account is None
    if account is None:
        account = Account.objects.create_user(
            _free_login(link.address or slugify(whole(person)) or "account"), person=person
        )
    details = {"account": account.pk, "nieuw": is_new, "op-papier": not link.address}
    record(doing, "uitnodiging aangenomen", held.about(person), details=details)
    return account


def _prove(doing: Doing, account: Account, person: Person, address: str) -> None:
    """The mailbox is theirs now. A line, and a notice to the one that it was before."""
    was = account.address
    if not address or address.lower() == was.lower():
        return
    account.address = address
    account.save(update_fields=["address"])
    record(
        doing, "inlogadres gewijzigd", Ref("account", str(account.pk)), file=held.about(person),
        details={"eerder": bool(was)}, personal={"was": was, "is": address},
    )  # fmt: skip
    if was:
        transaction.on_commit(lambda: mails.send([mails.notice_mail("adres", person, to=was)]))


def _free_login(wished: str) -> str:
    base = wished.lower()[:LONGEST_LOGIN]
    taken = set(Account.objects.filter(login__istartswith=base).values_list("login", flat=True))
    lower = {one.lower() for one in taken}
    if len(base) >= 3 and base not in lower:
        return base
    return next(name for number in range(2, len(lower) + 3) if (name := f"{base}-{number}") not in lower)
