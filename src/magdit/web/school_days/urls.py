"""Addresses of this room."""

from django.urls import path

from magdit.web.school_days.views import days

app_name = "school_days"
urlpatterns = [path("", days, name="days")]
