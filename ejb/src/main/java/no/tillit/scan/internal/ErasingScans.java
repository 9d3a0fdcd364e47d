package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Scans go with the person they are matched or proposed to; with the project all of them do, those that nobody could match and
 * files that are still being read among them. While something else of the person is held, so is what shows what was agreed.
 */
@ApplicationScoped
public class ErasingScans implements ErasureStep {
    @Inject
    private Scans scans;

    @Inject
    private Removing removing;

    @Override
    public String kind() {
        return "scan";
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        if (!scope.isWhole()) {
            return Stream.empty();
        }
        Stream<ErasureItem> forms = scans.in(scope).map(form -> item(form, scope));
        return scope.participant() != null
                ? forms
                : Stream.concat(forms, scans.allBatches(scope.project()).map(batch -> item(batch, scope)));
    }

    /** Nobody may have known yet whose a form was, and the file it came in holds it whatever is known by now. */
    @Override
    public Set<UUID> registeredByThemselves(ErasureItem item) {
        return scans.form(item.record()).stream()
                .flatMap(form -> scans.pagesOf(form).stream())
                .map(PageRow::batch)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean mayLieElsewhere() {
        return true;
    }

    /** Others' forms stay when a file goes: they are records of their own. A file that is read already holds nothing any more. */
    @Override
    public boolean erase(ErasureItem item) {
        Optional<Form> form = scans.form(item.record());
        Optional<Batch> batch =
                scans.batch(item.record()).filter(found -> item.participant() == null || found.file() != null);
        form.ifPresent(removing::remove);
        batch.ifPresent(removing::removeFile);
        return form.isPresent() || batch.isPresent();
    }

    @Override
    public long remaining(ErasureScope scope) {
        return scope.isWhole() ? scans.countIn(scope) : 0;
    }

    private ErasureItem item(Form form, ErasureScope scope) {
        long pages = scans.pagesOf(form).size();
        return new ErasureItem(
                kind(),
                form.id(),
                scope.participant() == null ? form.participant() : scope.participant(),
                Math.max(1, pages),
                scans.bytesOf(form.id()),
                scope.decide(false),
                Reach.OWN,
                null);
    }

    private ErasureItem item(Batch batch, ErasureScope scope) {
        @Nullable SealedColumns file = batch.file();
        return new ErasureItem(
                kind(),
                batch.id(),
                null,
                1,
                file == null ? 0 : file.blob().ciphertextLength(),
                scope.decide(false),
                Reach.OWN,
                null);
    }
}
