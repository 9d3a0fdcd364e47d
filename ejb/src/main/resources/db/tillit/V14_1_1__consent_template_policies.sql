-- Templates are seen and changed with their project.
CALL show_by_project('consent_template');
CALL show_by_project('consent_template_version');
