package no.tillit.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Where a person goes after a form has done its work: always to a new page, so that reloading does nothing twice. */
@RequestScoped
public class Way {
    @Inject
    private Notices notices;

    @Inject
    private Counts counts;

    @Inject
    private Say say;

    /** Goes to the address. */
    public void to(String address) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** Goes to the address, and says there what has been done. */
    public void to(String address, String key, @Nullable Object... values) {
        counts.forget();
        notices.add(say.it(key, values));
        to(address);
    }
}
