package no.tillit.erasure;

/** How far a job has come, in records; what is held back is not part of the total. */
public record DeletionProgress(long total, long erased, long failed) {
    /** From 0 to 100. */
    public int percent() {
        return total == 0 ? 100 : (int) (100 * erased / total);
    }
}
