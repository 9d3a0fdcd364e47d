package no.tillit.retention;

/** What a schedule decides about the records it covers, as Noark 5 knows it (M450). */
public enum DisposalDecision {
    /** Kasseres (K): they are erased when the period is over. */
    DISPOSE("K"),
    /** Bevares (B): no deletion takes them; they are listed for transfer to the archive. */
    PRESERVE("B"),
    /** Vurderes senere (G): somebody looks at them when the period is over. */
    REVIEW("G");

    private final String noark;

    DisposalDecision(String noark) {
        this.noark = noark;
    }

    /** The letter in Noark 5. */
    public String noark() {
        return noark;
    }
}
