"""Addresses of this room."""

from django.urls import path

from magdit.web.family import views

app_name = "family"
urlpatterns = [
    path("", views.people, name="people"),
    path("<uuid:person>/", views.consents, name="consents"),
    path("<uuid:person>/bewijs/", views.receipt, name="receipt"),
]
