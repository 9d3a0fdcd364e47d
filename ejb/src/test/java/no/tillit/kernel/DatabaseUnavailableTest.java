package no.tillit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a database that is away")
class DatabaseUnavailableTest {
    @Test
    @DisplayName("is told from one that refuses, however deep the reason lies")
    void told() {
        for (String away : new String[] {null, "08006", "57P01", "53300", "25006"}) {
            var fault = new IllegalStateException(new RuntimeException(new SQLException("gone", away)));
            var told = DatabaseUnavailable.in(fault);
            assertThat(told).as(String.valueOf(away)).isNotNull();
            assertThat(java.util.Objects.requireNonNull(told).kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
            assertThat(told).hasMessageNotContaining("gone");
        }
        assertThat(DatabaseUnavailable.in(new RuntimeException(new SQLException("twice", "23505"))))
                .isNull();
        assertThat(DatabaseUnavailable.in(new IllegalStateException("ours"))).isNull();
    }
}
