"""Addresses of this room."""

from django.urls import path

from magdit.web.office import attention, desk, invitations, letters, paper, people, people_around, rounds

app_name = "office"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("ronde/", rounds.round_now, name="round"),
    path("ronde/wijzigen/", rounds.round_change, name="round_change"),
    path("ronde/brieven/", letters.letters, name="letters"),
    path("ronde/zonder-klas/", rounds.round_class, name="round_no_class"),
    path("ronde/klas/<uuid:group>/", rounds.round_class, name="round_class"),
    path("papier/", paper.paper_find, name="paper_find"),
    path("papier/<uuid:person>/", paper.paper, name="paper"),
    path("papier/<uuid:person>/bewaard/<uuid:scan>/", paper.paper_kept, name="paper_kept"),
    path("let-op/", attention.attention, name="attention"),
    path("uitnodigen/", invitations.invitations, name="invitations"),
    path("mensen/", people.people, name="people"),
    path("mensen/<uuid:person>/", people.person, name="person"),
    path("mensen/<uuid:person>/wijzigen/", people.edit, name="person_edit"),
    path("mensen/<uuid:person>/account/", people.account, name="person_account"),
    path("mensen/<uuid:person>/vertrek/", people.leaving, name="person_leaving"),
    path("mensen/<uuid:person>/verzorger/", people_around.guardian, name="guardian"),
    path("mensen/<uuid:person>/gezag/<int:bond>/", people_around.authority, name="authority"),
]
