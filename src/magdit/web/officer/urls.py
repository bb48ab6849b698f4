"""Addresses of this room."""

from django.urls import path

from magdit.web.officer import views

app_name = "officer"
urlpatterns = [path("", views.desk, name="desk")]
