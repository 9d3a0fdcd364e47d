package no.tillit.interview;

import no.tillit.project.Method;

/** One person alone, or two to four together (O-13). */
public enum InterviewKind {
    INDIVIDUAL(Method.INDIVIDUAL_INTERVIEW, 1, 1),
    FOCUS_GROUP(Method.FOCUS_GROUP, 2, 4);

    private final Method method;
    private final int fewest;
    private final int most;

    InterviewKind(Method method, int fewest, int most) {
        this.method = method;
        this.fewest = fewest;
        this.most = most;
    }

    /** The method that the approval must cover. */
    public Method method() {
        return method;
    }

    /** The fewest who take part. */
    public int fewest() {
        return fewest;
    }

    /** The most who take part. */
    public int most() {
        return most;
    }
}
