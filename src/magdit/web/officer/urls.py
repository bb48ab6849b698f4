"""Addresses of this room."""

from django.urls import path

from magdit.web.officer import chain, desk, figures, people

app_name = "officer"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("persoon/<uuid:person>/", people.one_person, name="person"),
    path("persoon/<uuid:person>/journaal/", people.history, name="history"),
    path("persoon/<uuid:person>/uitvoer/", people.export, name="export"),
    path("cijfers/", figures.schools, name="figures"),
    path("cijfers/<slug:code>/", figures.one_school, name="school_figures"),
    path("cijfers/<slug:code>/bestand/", figures.as_file, name="figures_file"),
    path("journaal/", chain.chain, name="chain"),
]
