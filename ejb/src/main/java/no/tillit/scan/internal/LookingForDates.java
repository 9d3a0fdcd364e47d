package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.tillit.access.VisibleRows;
import no.tillit.kernel.Clock;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.Tampered;
import no.tillit.storage.ContentRole;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks, after the codes have been read, for what a program can help with: the date beside the signature, and whether a page
 * without a code stands on its head or lies on its side. Nothing is decided by it; a date is shown to who reads the form, as a hint.
 */
@ApplicationScoped
public class LookingForDates {
    private static final Logger LOG = Logger.getLogger(LookingForDates.class);
    private static final int AT_ONCE = 5;
    private static final int MOST_PAGES = 6;
    private static final int YEARS_BACK = 3;

    @Inject
    private Alone alone;

    @Inject
    private Scans scans;

    @Inject
    private Contents contents;

    @Inject
    private Ocr ocr;

    @Inject
    private VisibleRows rows;

    @Inject
    private Clock clock;

    /** What is looked at: a page, and whether its code says how it lies. */
    private record Page(PageRow row, SealedColumns picture, boolean coded) {}

    /** Looks at the next few forms; none where the program is not installed. */
    public void look() {
        if (!ocr.isThere()) {
            return;
        }
        List<UUID> forms = alone.call(() -> {
            rows.requireEverything();
            return scans.toLookAt(AT_ONCE).stream().map(Form::id).toList();
        });
        forms.forEach(this::lookAt);
    }

    private void lookAt(UUID form) {
        @Nullable LocalDate found = null;
        try {
            for (Page page : alone.call(() -> pagesOf(form))) {
                LocalDate onPage = lookAt(page);
                found = onPage == null ? found : onPage;
            }
        } catch (Tampered | KeyDestroyed | UncheckedIOException e) {
            LOG.warnf("The scan %s cannot be looked at: %s", form, e.getClass().getSimpleName());
        }
        LocalDate hint = found;
        alone.run(() -> scans.holdForm(form).ifPresent(row -> row.looked(hint, clock.now())));
    }

    /** The pages of the form itself, without the letter. */
    private List<Page> pagesOf(UUID id) {
        return scans.form(id).stream()
                .flatMap(form -> scans.pagesOf(form).stream().filter(page -> isOfForm(form, page)))
                .limit(MOST_PAGES)
                .<Page>mapMulti((page, next) -> {
                    SealedColumns picture = page.picture();
                    if (picture != null) {
                        next.accept(new Page(page, picture, page.printedPage() != null));
                    }
                })
                .toList();
    }

    private static boolean isOfForm(Form form, PageRow page) {
        Integer first = form.formPage();
        Integer printed = page.printedPage();
        return first == null || printed == null || printed >= first;
    }

    private @Nullable LocalDate lookAt(Page page) {
        byte[] jpeg = read(page);
        int turned = page.coded() ? 0 : ocr.turned(jpeg);
        if (turned != 0) {
            alone.run(() -> scans.page(page.row().id()).ifPresent(row -> row.turn(turned)));
        }
        LocalDate today = clock.today();
        return DatesInText.last(ocr.text(jpeg, turned), today.minusYears(YEARS_BACK), today)
                .orElse(null);
    }

    private byte[] read(Page page) {
        PageRow row = page.row();
        try (InputStream in = contents.open(row.project(), row.id(), ContentRole.PREVIEW, page.picture())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
