package no.tillit.retention;

/** The lists of a project's records that somebody has to do something about. */
public enum DueList {
    /** What has to go, and when. */
    DISPOSE("decision = 'DISPOSE' AND due_on <= ?", "due_on"),
    /** What somebody has to look at, and when. */
    REVIEW("review_on <= ?", "review_on"),
    /** What a hold keeps from going. */
    HELD("held AND ?::date IS NOT NULL", "due_on"),
    /** What archive law keeps, for the archive to take over (O-22). */
    PRESERVED("decision = 'PRESERVE' AND ?::date IS NOT NULL", "kind");

    private final String condition;
    private final String order;

    DueList(String condition, String order) {
        this.condition = condition;
        this.order = order;
    }

    /** In SQL, over table {@code disposal}; its one parameter is the last day asked for. */
    public String condition() {
        return condition;
    }

    /** In SQL. */
    public String order() {
        return order + ", kind, record_id";
    }
}
