package no.tillit.retention;

import java.time.YearMonth;

/** How much goes, and how much is to be looked at, in one month. */
public record DueMonth(YearMonth month, long disposed, long reviewed) {
    public long total() {
        return disposed + reviewed;
    }
}
