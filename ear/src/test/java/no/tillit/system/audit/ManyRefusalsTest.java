package no.tillit.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.tillit.system.Api;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("More refusals at once than the pool has connections")
class ManyRefusalsTest {
    private static final int AT_ONCE = 100;

    @Test
    @DisplayName("are all answered: each needs a second connection for its entry, and none waits for another's first")
    void allAnswered() throws Exception {
        Story story = Story.begin();
        String participant = story.participant();
        Api.token("oyvind");
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Callable<Integer> refused = () -> Api.as("oyvind", "research")
                    .get("/participants/" + participant)
                    .statusCode();
            List<Callable<Integer>> all = new ArrayList<>(java.util.Collections.nCopies(AT_ONCE, refused));
            for (Future<Integer> answer : pool.invokeAll(all, 25, TimeUnit.SECONDS)) {
                assertThat(answer.isCancelled())
                        .as("answered within the pool's own patience")
                        .isFalse();
                assertThat(answer.get()).isEqualTo(404);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
