"""Two findings on the same words: the longest address of the net, then the certain one, then the kind."""

from magdit.check.text.finding import Certainty, Finding, Reason
from magdit.check.text.settle import settled


def finding(kind: str, start: int, end: int, certainty: Certainty = "zeker", person: str = "") -> Finding:
    return Finding(start, end, kind, certainty, Reason("test"), (person,) if person else None)


def test_a_written_out_mail_address_holds_the_site_inside_it() -> None:
    mail, site = finding("email", 0, 30, "mogelijk"), finding("url", 20, 30)

    assert settled([site, mail]) == (mail,)


def test_a_link_holds_the_mail_address_inside_it() -> None:
    link, mail = finding("url", 0, 40), finding("email", 25, 40)

    assert settled([mail, link]) == (link,)


def test_a_certain_name_goes_before_a_possible_account() -> None:
    name, account = finding("name", 1, 5, person="noor"), finding("handle", 0, 5, "mogelijk")

    assert settled([account, name]) == (name,)


def test_an_account_that_stays_says_whose_name_it_carries() -> None:
    (kept,) = settled([finding("handle", 0, 5), finding("name", 1, 5, person="noor")])

    assert (kept.type, kept.person) == ("handle", ("noor",))


def test_marks_never_push_a_value_out() -> None:
    phone, result = finding("phone", 0, 9), finding("result", 0, 9)

    assert settled([phone, result]) == (phone, result)


def test_an_account_behind_its_platform_holds_the_name_in_it() -> None:
    """'Snap: jayden_pinas09' is one account, however certain the name is."""
    account = Finding(6, 20, "handle", "mogelijk", Reason("handle_after_platform"))
    name = finding("name", 6, 18, person="jayden")

    (kept,) = settled([account, name])

    assert (kept.type, kept.person) == ("handle", ("jayden",))
