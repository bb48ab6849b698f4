"""Demo: be anyone. The address only exists where MAGDIT_DEMO says so, and then only for this computer."""

from __future__ import annotations

from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Account, Person
from magdit.journeys.demo_data.who_to_be import someone, who_to_be
from magdit.web import clock

BACKEND = "django.contrib.auth.backends.ModelBackend"


def people(request: HttpRequest) -> HttpResponse:
    """Everyone whom one may be, school by school; a click makes one them."""
    if request.method == "POST":
        person = someone(request.POST.get("person", ""))
        if person is None:
            raise Http404
        return _become(request, person)
    today = clock.now().astimezone(SCHOOL_CLOCK).date()
    return render(request, "demo/people.html", {"stages": who_to_be(today)})


def _become(request: HttpRequest, person: Person) -> HttpResponse:
    found = Account.objects.filter(person=person, is_active=True).first()
    account = found or Account.objects.create_user(f"demo-{person.pk}", person=person, address=person.email)
    logout(request)
    login(request, account, backend=BACKEND)
    return HttpResponseRedirect("/")
