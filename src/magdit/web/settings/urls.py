"""Addresses of this room."""

from django.urls import path

from magdit.web.settings import views

app_name = "settings"
urlpatterns = [path("", views.own, name="own")]
