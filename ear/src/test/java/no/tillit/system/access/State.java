package no.tillit.system.access;

/** In which state a record is asked for; in the order of the columns. */
enum State {
    /** Of somebody who takes part, in a project that runs. */
    LIVING,
    /** Of somebody who has withdrawn altogether: the person is blocked, the documents are restricted. */
    BLOCKED,
    /** Of somebody whose deletion was carried out. */
    ERASED,
    /** Of somebody who takes part, in a project whose approval has ended. */
    ENDED;
}
