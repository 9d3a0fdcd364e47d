package no.tillit.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.Contact;
import no.tillit.participant.ContactRegister;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/**
 * Contact details are shown only to somebody who has said why, and that is logged (O-08).
 *
 * <p>They live in this request only: not in the session, not in the view's state, not in an address.
 */
@Named
@RequestScoped
public class ContactPage {
    @Inject
    private ContactRegister register;

    @Inject
    private ParticipantPage page;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable Purpose purpose;
    private boolean shown;
    private @Nullable String name;
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String address;
    private @Nullable String note;
    private @Nullable String nationalId;

    /** Opens the details for the purpose given. */
    public void show() {
        if (purpose != null) {
            Contact contact = register.read(id(), purpose);
            name = contact.name();
            phone = contact.phone();
            email = contact.email();
            address = contact.address();
            note = contact.note();
            nationalId = contact.nationalId();
            shown = true;
        }
    }

    /** Replaces the details with what stands in the form. */
    public void save() {
        if (purpose != null) {
            register.put(id(), new Contact(name, phone, email, address, note, nationalId), purpose);
            way.to("/participant/participant.xhtml?id=" + id().value(), "contact.saved");
        }
    }

    /** Whether the details are open to be changed: once shown, or when there are none, or when a change is being sent. */
    public boolean isOpen() {
        return shown
                || !page.getParticipant().hasContact()
                || table.asked("save").isPresent();
    }

    public boolean isShown() {
        return shown;
    }

    public List<SelectItem> getPurposes() {
        return say.options(EnumSet.of(Purpose.RESEARCH, Purpose.FOLLOW_UP));
    }

    public @Nullable Purpose getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable Purpose purpose) {
        this.purpose = purpose;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getNationalId() {
        return nationalId;
    }

    public void setNationalId(@Nullable String nationalId) {
        this.nationalId = nationalId;
    }

    private ParticipantId id() {
        return new ParticipantId(table.id("id"));
    }
}
