-- What was said is encrypted anew when the speaker's key is replaced; nothing else of it changes.
GRANT UPDATE (said) ON transcript_voice TO tillit_app;
