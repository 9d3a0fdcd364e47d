-- What was written about somebody is encrypted anew when the person's key is replaced; nothing else of it changes.
GRANT UPDATE (present, reason, recording) ON consent_capture TO tillit_app;
