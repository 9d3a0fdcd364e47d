package no.tillit.erasure.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Rows;
import no.tillit.testing.House;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForgettingRunsTest {
    private final House house = new House().on(LocalDate.of(2026, 11, 22));

    @Test
    @DisplayName("what the batch repository keeps of a run goes after thirty days, with its steps; a younger one stays")
    void afterAMonth() {
        house.does(() -> {
            Rows rows = house.the(Rows.class);
            long old = run(rows, "2026-10-20 10:00+02");
            long young = run(rows, "2026-10-30 10:00+01");
            ForgettingRuns.forget(rows, house.the(Clock.class));
            assertThat(count(rows, "job_instance", old) + count(rows, "job_execution", old))
                    .isZero();
            assertThat(count(rows, "job_execution", young)).isEqualTo(1);
        });
    }

    private static long run(Rows rows, String at) {
        long instance = rows.number(
                "INSERT INTO job_instance (version, jobname, applicationname) VALUES (0, 'erasure', 'test') RETURNING jobinstanceid");
        rows.change(
                "INSERT INTO job_execution (jobinstanceid, createtime, lastupdatedtime, batchstatus) VALUES (?, ?::timestamptz,"
                        + " ?::timestamptz, 'COMPLETED')",
                instance,
                at,
                at);
        return instance;
    }

    private static long count(Rows rows, String table, long instance) {
        return rows.number("SELECT count(*) FROM " + table + " WHERE jobinstanceid = ?", instance);
    }
}
