-- Papers printed for people are seen with their project.
CALL show_by_project('consent_paper');
