package no.tillit.project;

/** How an approval lets data be collected. */
public enum Method {
    INDIVIDUAL_INTERVIEW,
    FOCUS_GROUP,
    AUDIO_RECORDING,
    /** Documents of the programme: plans, decisions, letters. */
    CASE_RECORDS,
    OBSERVATION,
    QUESTIONNAIRE,
    /** Linking what is collected with another source, such as a register. */
    DATA_LINKAGE
}
