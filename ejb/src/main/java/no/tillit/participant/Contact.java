package no.tillit.participant;

import java.util.regex.Pattern;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import no.tillit.participant.internal.NationalId;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a participant. Each field may be missing; together they may not.
 *
 * <p>The national id number is kept only where the project needs it to tell people apart.
 *
 * <p>Never printed: {@link #toString()} tells nothing.
 */
public record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String note,
        @Nullable String nationalId) {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{2,28}[0-9]");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]{2,}");

    /** @throws InvalidInput when a field is too long or not what it should be, or all are missing */
    public Contact {
        name = PlainText.optional("name", name, 200);
        phone = PlainText.optional("phone", phone, 30);
        email = PlainText.optional("email", email, 254);
        address = PlainText.optional("address", address, 300);
        note = PlainText.optional("note", note, 1000);
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw new InvalidInput("phone-mistyped", "phone", "Write the telephone number with digits and spaces.");
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new InvalidInput("email-mistyped", "email", "Write an e-mail address such as name@example.no.");
        }
        nationalId = PlainText.optional("nationalId", nationalId, 20);
        if (nationalId != null) {
            nationalId = ContactField.NATIONAL_ID.normalise(nationalId);
            if (!NationalId.isValid(nationalId)) {
                throw new InvalidInput(
                        "national-id-mistyped", "nationalId", "Write the eleven digits of the national id number.");
            }
        }
        if (name == null && nationalId == null && phone == null && email == null && address == null && note == null) {
            throw new InvalidInput("contact-empty", "name", "Fill in at least one of the fields.");
        }
    }

    /** Without a national id number. */
    public Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String note) {
        this(name, phone, email, address, note, null);
    }

    /** The field, as it was written. */
    public @Nullable String value(ContactField field) {
        return switch (field) {
            case PHONE -> phone;
            case EMAIL -> email;
            case NATIONAL_ID -> nationalId;
        };
    }

    @Override
    public String toString() {
        return "Contact[withheld]";
    }
}
