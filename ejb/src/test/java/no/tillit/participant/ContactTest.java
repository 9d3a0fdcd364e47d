package no.tillit.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.tillit.kernel.InvalidInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {
    @Test
    @DisplayName("one field is enough, none is not")
    void oneIsEnough() {
        assertThatCode(() -> new Contact("Kari Eksempel", null, null, null, null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Contact(null, " ", "", null, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("contact-empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "#{facesContext}", "=HYPERLINK(\"x\")", "O'Brien; DROP TABLE", "王小明"
            })
    @DisplayName("a name is kept as typed, whatever it looks like")
    void asTyped(String name) {
        assertThat(new Contact(name, null, null, null, null).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kari\u0000", "Kari\u202eirak", "Kari\nEksempel", "Kari\u200f", "Kari\ud800"})
    @DisplayName("what hides or turns text is refused")
    void hidden(String name) {
        assertThatThrownBy(() -> new Contact(name, null, null, null, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo("name"));
    }

    @Test
    @DisplayName("a name has at most 200 characters")
    void length() {
        assertThatCode(() -> new Contact("x".repeat(200), null, null, null, null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Contact("x".repeat(201), null, null, null, null))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22334455", "22 33 44 55", "+47 22 33 44 55", "+47 (22) 33-44-55"})
    @DisplayName("telephone numbers are written in many ways")
    void phones(String phone) {
        assertThat(new Contact(null, phone, null, null, null).phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "22", "+", "22334455;ext=9", "٢٢٣٣٤٤٥٥"})
    @DisplayName("what nobody can dial is refused")
    void noPhones(String phone) {
        assertThatThrownBy(() -> new Contact(null, phone, null, null, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("phone-mistyped"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kari", "kari@", "@example.no", "kari@example", "kari @example.no", "a@b@c.no", "<k@example.no>"
            })
    @DisplayName("an e-mail address has a name, an at sign and a domain")
    void emails(String email) {
        assertThatThrownBy(() -> new Contact(null, null, email, null, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("email-mistyped"));
        assertThatCode(() -> new Contact(null, null, "kari@example.no", null, null))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("printing a contact tells nothing")
    void withheld() {
        assertThat(new Contact("Kari Eksempel", "22334455", null, null, null))
                .asString()
                .doesNotContain("Kari", "2233");
    }
}
