package no.tillit.project;

import no.tillit.kernel.Refusal;

/** The approval does not cover what was to be stored (O-01); a change notification has to be assessed first (O-02). */
public class NotApproved extends Refusal {
    private static final long serialVersionUID = 1L;

    NotApproved(String code, String message) {
        super(code, message);
    }
}
