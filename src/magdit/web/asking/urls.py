"""Addresses of this room: under the school who asks, under "gevraagd" who answers, under "delen" parents."""

from django.urls import path

from magdit.web.asking import answers, families, parents, previews, rules, views

app_name = "asking"
urlpatterns = [
    path("gevraagd/", views.inbox, name="inbox"),
    path("gevraagd/bericht/<uuid:draft>/", views.stands, name="stands"),
    path("gevraagd/vervanger/", rules.stand_in, name="stand_in"),
    path("gevraagd/beeld/<uuid:row>/", families.family, name="family"),
    path("gevraagd/<slug:kind>/<uuid:row>/", answers.answer, name="answer"),
    path("gevraagd/<slug:kind>/<uuid:row>/beeld/<uuid:picture>/", previews.picture, name="picture"),
    path("school/<slug:code>/voorleggen/<uuid:draft>/twijfel/", views.doubt, name="doubt"),
    path("school/<slug:code>/voorleggen/<uuid:draft>/goedkeuring/", views.approval, name="approval"),
    path("instellingen/school/<slug:code>/goedkeuren/", rules.rules, name="rules"),
    path("delen/", parents.start, name="start"),
    path("delen/<uuid:draft>/", parents.draft, name="draft"),
]
