"""Addresses of this room."""

from django.urls import path

from magdit.web.office import views

app_name = "office"
urlpatterns = [path("", views.desk, name="desk")]
