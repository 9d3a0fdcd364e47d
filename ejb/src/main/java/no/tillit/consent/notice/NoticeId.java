package no.tillit.consent.notice;

import java.util.Objects;
import java.util.UUID;

/** One recipient who has to be told something once. */
public record NoticeId(UUID value) {
    public NoticeId {
        Objects.requireNonNull(value, "value");
    }
}
