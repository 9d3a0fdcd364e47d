package no.tillit.ui.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which colour goes with a state. The word always stands beside it; the colour alone says nothing. */
@Named
@ApplicationScoped
public class Colors {
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("GIVEN", "success"),
            Map.entry("PUBLISHED", "success"),
            Map.entry("DRAFT", "warning"),
            Map.entry("ACTIVE", "success"),
            Map.entry("AVAILABLE", "success"),
            Map.entry("COMPLETED", "success"),
            Map.entry("DESTROYED", "success"),
            Map.entry("ALLOWED", "success"),
            Map.entry("MATCHED", "success"),
            Map.entry("RECORDED", "success"),
            Map.entry("READY", "success"),
            Map.entry("SCAN_NOT_ATTACHED", "warning"),
            Map.entry("BY_HAND", "warning"),
            Map.entry("ATTACHING", "info"),
            Map.entry("RELEASED", "success"),
            Map.entry("PUT_FORWARD", "warning"),
            Map.entry("VERIFIED", "success"),
            Map.entry("WITHDRAWN", "danger"),
            Map.entry("BLOCKED", "danger"),
            Map.entry("REVOKED", "danger"),
            Map.entry("RESTRICTED", "danger"),
            Map.entry("REFUSED", "danger"),
            Map.entry("FAILED", "danger"),
            Map.entry("PARTLY_FAILED", "danger"),
            Map.entry("EXPIRED", "warning"),
            Map.entry("INVALIDATED", "warning"),
            Map.entry("QUARANTINED", "warning"),
            Map.entry("PROPOSED", "warning"),
            Map.entry("IN_REVIEW", "warning"),
            Map.entry("DUE", "warning"),
            Map.entry("APPROVED", "info"),
            Map.entry("EXECUTING", "info"),
            Map.entry("RUNNING", "info"),
            Map.entry("HELD", "info"),
            Map.entry("AWAITING_HANDS", "warning"),
            Map.entry("STOPPED", "warning"));

    /** The name of Designsystemet's colour for this state. */
    public String of(@Nullable Enum<?> state) {
        return state == null ? "neutral" : BY_NAME.getOrDefault(state.name(), "neutral");
    }
}
