"""Addresses of this room."""

from django.urls import path

from magdit.web.classes import card, views

app_name = "classes"
urlpatterns = [
    path("", views.classes, name="classes"),
    path("<uuid:group>/", views.one_class, name="class"),
    path("<uuid:group>/kaart/", card.card, name="card"),
]
