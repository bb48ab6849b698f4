"""An article of the protocol: in short beside the verdict, in full in place, and on a page to send to a colleague."""

from __future__ import annotations

from tests.web.drafts.conftest import address, send


def test_the_verdict_says_in_short_what_counts_and_leads_to_the_whole(visits, bram, begun):
    client = visits(bram)
    send(client, begun, "words", text="Noor van Dijk won de sportdag. Bel 06 12345678.")

    found = client.get(address(begun)).context["clauses"]
    article = found[0].article
    page = client.get(article.address)

    assert article.says.startswith(article.short)
    assert article.address == f"/school/de-linde/protocol/osvs/{article.number}/"
    assert all(said in page.content.decode() for said in (article.number, article.chapter[1:], article.layer))


def test_a_parent_may_read_it_and_who_belongs_elsewhere_finds_nothing(visits, noors_mother, olaf):
    place = "/school/de-linde/protocol/osvs/IV.M8/"

    assert "Artikel IV.M8" in visits(noors_mother).get(place).content.decode()
    assert visits(olaf).get(place).status_code == 404
    assert visits(noors_mother).get("/school/de-linde/protocol/osvs/IV.M88/").status_code == 404
    assert visits(noors_mother).get("/school/de-linde/protocol/vsnon/1.1/").status_code == 404


def test_of_the_law_the_text_itself_is_one_link_away(visits, bram, school):
    page = visits(bram).get("/school/de-linde/protocol/wet/AVG-6.1a/").content.decode()

    assert 'href="https://' in page
    assert "geen protocol kan hem opzij zetten" in page
