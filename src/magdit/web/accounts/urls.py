"""Addresses of this room."""

from django.urls import path

from magdit.web.accounts import agreeing, closing, connecting, editing, views

app_name = "accounts"
urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("nieuw/", editing.new, name="new"),
    path("<uuid:account>/", views.account, name="account"),
    path("<uuid:account>/wijzigen/", editing.edit, name="edit"),
    path("<uuid:account>/aansluiten/", connecting.connect, name="connect"),
    path("<uuid:account>/afspraken/", agreeing.agree, name="agree"),
    path("<uuid:account>/sluiten/", closing.close, name="close"),
]
