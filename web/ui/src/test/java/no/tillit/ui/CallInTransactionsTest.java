package no.tillit.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.participant.ReadingParticipants;
import no.tillit.web.CallInTransactions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rule that the database is read in transactions")
class CallInTransactionsTest {
    private static class Calling {
        @Inject
        private Participants participants;

        Optional<ParticipantRef> find(ParticipantId id) {
            return participants.find(id);
        }
    }

    private static class Referring {
        @Inject
        private Participants participants;

        Function<ParticipantId, ParticipantRef> finding() {
            return participants::ref;
        }
    }

    private static class Fine {
        @Inject
        private Participants participants;

        @Inject
        private ReadingParticipants reading;

        int count(ParticipantId id) {
            return participants.refs(Set.of(id)).size() + reading.hashCode();
        }
    }

    @Test
    @DisplayName("finds a call and a reference outside of one, and nothing where the bean begins one itself")
    void finds() {
        assertThat(breaks(Calling.class)).isTrue();
        assertThat(breaks(Referring.class)).isTrue();
        assertThat(breaks(Fine.class)).isFalse();
    }

    private static boolean breaks(Class<?> page) {
        return classes()
                .that()
                .haveSimpleName(page.getSimpleName())
                .should(new CallInTransactions())
                .evaluate(new ClassFileImporter().importClasses(page, Participants.class, ReadingParticipants.class))
                .hasViolation();
    }
}
