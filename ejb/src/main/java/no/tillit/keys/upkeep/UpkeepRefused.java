package no.tillit.keys.upkeep;

/** The keys are not in the state this needs; the message tells the operator what to do, and holds no secret. */
public class UpkeepRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UpkeepRefused(String message) {
        super(message);
    }
}
