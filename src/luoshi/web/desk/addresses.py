"""The addresses of the staff's pages."""

from django.urls import path
from django.views.generic import RedirectView

from luoshi.web.desk import corrections, exports, imports, journal, people, preferences, task, tasks, units, views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="home"), name="root"),
    path("home/", preferences.home, name="home"),
    path("account/", preferences.show_account, name="account"),
    path("preferences/large/", preferences.choose_large_type, name="choose_large"),
    path("tasks/", tasks.list_tasks, name="tasks"),
    path("tasks/export/", exports.export_tasks, name="export_tasks"),
    path("tasks/views/", views.save, name="save_view"),
    path("tasks/views/<int:view>/drop/", views.drop, name="drop_view"),
    path("tasks/<int:task>/", task.show_task, name="task"),
    path("tasks/<int:task>/wording/", corrections.correct_wording, name="correct_wording"),
    path("tasks/<int:task>/units/", corrections.correct_units, name="correct_units"),
    path("tasks/<int:task>/doubts/<int:flag>/", corrections.settle_flag, name="settle_flag"),
    path("plans/<int:plan>/file/", task.download_plan, name="plan_file"),
    path("imports/", imports.list_imports, name="imports"),
    path("imports/<int:document>/", imports.show_import, name="import"),
    path("imports/<int:document>/lines/", imports.list_lines, name="import_lines"),
    path("imports/<int:document>/lines/<int:line>/", imports.show_import, name="import_line"),
    path("imports/<int:document>/lines/<int:line>/change/", imports.change_line, name="change_import_line"),
    path("imports/<int:document>/issue/", imports.issue, name="issue_import"),
    path("imports/<int:document>/discard/", imports.discard, name="discard_import"),
    path("units/", units.list_units, name="units"),
    path("units/<int:government>/complete/", units.complete_units, name="complete_units"),
    path("people/", people.list_people, name="people"),
    path("people/new/", people.open_for, name="open_account"),
    path("people/<int:account>/", people.show_person, name="person"),
    path("people/<int:account>/close/", people.close, name="close_account"),
    path("people/<int:account>/reopen/", people.reopen, name="reopen_account"),
    path("people/<int:account>/password/", people.renew_password, name="reset_password"),
    path("people/<int:account>/second-factor/", people.drop_second_factor, name="reset_second_factor"),
    path("people/<int:account>/roles/<int:grant>/withdraw/", people.withdraw, name="withdraw_role"),
    path("journal/", journal.list_entries, name="journal"),
    path("journal/export/", journal.export, name="export_journal"),
    path("journal/verify/", journal.show_seals, name="verify_journal"),
]
