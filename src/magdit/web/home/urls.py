"""Addresses of this room."""

from django.urls import path

from magdit.web.home import views

urlpatterns = [path("", views.start, name="home")]
