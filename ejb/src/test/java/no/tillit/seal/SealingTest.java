package no.tillit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import no.tillit.keys.SealCertificate;
import no.tillit.keys.SealCertificateRefused;
import no.tillit.keys.SealKeys;
import no.tillit.keys.internal.SealMaterial;
import no.tillit.paper.Paper;
import no.tillit.seal.SealFindings.State;
import no.tillit.seal.Sealing.Timestamp;
import no.tillit.testing.House;
import no.tillit.testing.SmallTsa;
import no.tillit.testing.SmallTsa.Mood;
import no.tillit.testing.TestDatabases;
import no.tillit.testing.VeraPdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class SealingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant STAMPED = Instant.parse("2026-03-02T08:00:07Z");

    private final House house = new House().on(DAY);
    private final Sealing sealing = house.the(Sealing.class);
    private final byte[] pdf = Paper.render("<!DOCTYPE html><html lang=\"nb\"><head><title>Prøve</title>"
            + "<meta name=\"description\" content=\"Prøve\"/><meta name=\"subject\" content=\"Prøve\"/>"
            + "<meta name=\"author\" content=\"Tillit\"/><style>body { font-family: 'Liberation Sans'; }</style></head>"
            + "<body><h1>Prøve</h1><p>Oppdiktet.</p></body></html>");

    @BeforeEach
    void certificateOfThisDay() {
        house.the(SealKeys.class).current();
    }

    /** Others share the keys. */
    @AfterEach
    void forgetCertificates() throws SQLException {
        try (Connection c = TestDatabases.keysOwner().getConnection();
                Statement s = c.createStatement()) {
            s.executeUpdate("delete from seal_certificate");
        }
    }

    @Test
    @DisplayName("a sealed file is intact, names the installation's certificate and when it was sealed")
    void intact() {
        SealedPdf sealed = sealing.seal(pdf, "Prøve", Timestamp.REQUIRED);
        SealFindings found = SealCheck.of(sealed.pdf());

        assertThat(found.state()).isEqualTo(State.INTACT);
        assertThat(found.fingerprint()).isEqualTo(sealed.certificate()).hasSize(64);
        assertThat(found.sealedAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(found.sealedWhileValid()).isTrue();
        assertThat(found.stampedAt()).isNull();
        assertThat(sealed.timestamped()).isFalse();
    }

    @Test
    @DisplayName("a sealed PDF/A-2a with PDF/UA tags is still both by veraPDF's judgement")
    void stillArchivable() {
        byte[] sealed = sealing.seal(pdf, "Prøve", Timestamp.REQUIRED).pdf();

        assertThat(VeraPdf.faults(sealed, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(VeraPdf.faults(sealed, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    @DisplayName("any changed byte is found, wherever it is")
    void changed() {
        byte[] sealed = sealing.seal(pdf, "Prøve", Timestamp.REQUIRED).pdf();
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] other = sealed.clone();
            other[random.nextInt(other.length)] ^= (byte) (1 + random.nextInt(255));
            State state = SealCheck.of(other).state();
            // Zeros that fill the room behind the signature are the one place that no reader looks at.
            assertThat(state == State.INTACT && !differsInPaddingOnly(sealed, other))
                    .as("change %d", i)
                    .isFalse();
        }
    }

    @Test
    @DisplayName("what is added behind the seal is found, and a file cut short")
    void addedTo() throws Exception {
        byte[] sealed = sealing.seal(pdf, "Prøve", Timestamp.REQUIRED).pdf();
        var longer = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            document.getDocumentInformation().setTitle("Noe annet");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(longer);
        }

        assertThat(SealCheck.of(longer.toByteArray()).state()).isEqualTo(State.ADDED_TO);
        assertThat(SealCheck.of(java.util.Arrays.copyOf(sealed, sealed.length - 20))
                        .state())
                .isNotEqualTo(State.INTACT);
    }

    @Test
    @DisplayName("a file without a seal, and what is no PDF, are said to be so")
    void unsealed() {
        assertThat(SealCheck.of(pdf).state()).isEqualTo(State.UNSEALED);
        assertThat(SealCheck.of(new byte[] {1, 2, 3}).state()).isEqualTo(State.UNREADABLE);
        assertThat(SealCheck.of(new byte[0]).state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    @DisplayName("a configured authority stamps the time, over HTTP, and the stamp is part of what is checked")
    void stamped() {
        try (var authority = new SmallTsa(STAMPED)) {
            house.configured.put("tillit.seal.tsa.url", authority.url());
            SealedPdf sealed = sealing.seal(pdf, "Prøve", Timestamp.REQUIRED);
            SealFindings found = SealCheck.of(sealed.pdf());

            assertThat(sealed.timestamped()).isTrue();
            assertThat(found.state()).isEqualTo(State.INTACT);
            assertThat(found.stampedAt()).isEqualTo(STAMPED);
            assertThat(found.stampedBy()).contains("Invented Time");
            assertThat(VeraPdf.faults(sealed.pdf(), PDFAFlavour.PDFA_2_A)).isEmpty();
        }
    }

    @Test
    @DisplayName("an authority that is down or answers another question: refused where required, unstamped where not")
    void authorityDown() {
        try (var authority = new SmallTsa(STAMPED)) {
            house.configured.put("tillit.seal.tsa.url", authority.url());
            for (Mood mood : new Mood[] {Mood.BROKEN, Mood.FALSE}) {
                authority.is(mood);
                assertThatThrownBy(() -> sealing.seal(pdf, "Prøve", Timestamp.REQUIRED))
                        .isInstanceOf(SealUnavailable.class)
                        .hasFieldOrPropertyWithValue("code", "timestamp-unavailable");
                SealedPdf sealed = sealing.seal(pdf, "Prøve", Timestamp.WHEN_ANSWERED);
                assertThat(sealed.timestamped()).isFalse();
                assertThat(SealCheck.of(sealed.pdf()).state()).isEqualTo(State.INTACT);
            }
        }
    }

    @Test
    @DisplayName("a certificate made here gives way to a new one before it ends; one that was brought does not")
    void renewed() throws Exception {
        SealKeys keys = house.the(SealKeys.class);
        SealCertificate first = keys.current();
        assertThat(keys.current().version()).isEqualTo(first.version());
        house.on(DAY.plusYears(3).minusDays(20));
        SealCertificate second = keys.current();
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(second.expiresAt()).isAfter(first.expiresAt());

        Instant then = house.the(no.tillit.kernel.Clock.class).now();
        keys.adopt(new ByteArrayInputStream(pkcs12(then)), "invented".toCharArray());
        SealedPdf sealed = sealing.seal(pdf, "Prøve", Timestamp.REQUIRED);
        assertThat(SealCheck.of(sealed.pdf()).fingerprint()).isEqualTo(sealed.certificate());
        house.on(DAY.plusYears(7));
        assertThatThrownBy(() -> sealing.seal(pdf, "Prøve", Timestamp.REQUIRED))
                .isInstanceOf(SealUnavailable.class)
                .hasFieldOrPropertyWithValue("code", "seal-expired");
    }

    @Test
    @DisplayName("a file with another password, or with an expired certificate, is not taken")
    void unfit() throws Exception {
        SealKeys keys = house.the(SealKeys.class);
        byte[] old = pkcs12(Instant.parse("2020-01-01T00:00:00Z"));
        assertThatThrownBy(() -> keys.adopt(new ByteArrayInputStream(old), "wrong".toCharArray()))
                .isInstanceOf(SealCertificateRefused.class)
                .hasMessageContaining("password");
        assertThatThrownBy(() -> keys.adopt(new ByteArrayInputStream(old), "invented".toCharArray()))
                .isInstanceOf(SealCertificateRefused.class)
                .hasMessageContaining("not now");
    }

    private static byte[] pkcs12(Instant from) throws Exception {
        var material = SealMaterial.selfMade(UUID.randomUUID(), from, new SecureRandom());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "seal",
                material.key(),
                "invented".toCharArray(),
                material.chain().toArray(java.security.cert.X509Certificate[]::new));
        var out = new ByteArrayOutputStream();
        store.store(out, "invented".toCharArray());
        return out.toByteArray();
    }

    private static boolean differsInPaddingOnly(byte[] a, byte[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return a[i] == '0'
                        && i > 200
                        && new String(a, i - 200, 200, java.nio.charset.StandardCharsets.ISO_8859_1).matches("0{200}");
            }
        }
        return true;
    }
}
