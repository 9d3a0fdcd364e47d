package no.tillit.keys.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a passphrase becomes a key: Argon2id (RFC 9106), its parameters and salt in one readable line at the head of the
 * file. The line is part of what is derived from: another line opens nothing.
 */
record Hardening(int memory, int passes, int lanes, byte[] salt) {
    private static final String NAME = "tillit-keystore-1 argon2id";
    private static final Pattern LINE =
            Pattern.compile(NAME + " m=(\\d{1,9}) t=(\\d{1,9}) p=(\\d{1,9}) salt=([A-Za-z0-9+/]{22,88}={0,2})");

    private static final int LEAST_MEMORY = 19 * 1024;
    private static final int MOST_MEMORY = 1024 * 1024;
    private static final int LEAST_PASSES = 2;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 16;
    private static final int SALT = 16;

    Hardening {
        if (memory < LEAST_MEMORY || passes < LEAST_PASSES || lanes < 1 || salt.length < SALT) {
            throw new KeyStoreUnusable("its passphrase is hardened less than Tillit accepts (Argon2id with at least "
                    + LEAST_MEMORY + " KiB, " + LEAST_PASSES + " passes and a salt of " + SALT + " bytes)");
        }
        if (memory > MOST_MEMORY || passes > MOST_PASSES || lanes > MOST_LANES) {
            throw new KeyStoreUnusable("its first line asks for more than " + MOST_MEMORY + " KiB, " + MOST_PASSES
                    + " passes or " + MOST_LANES + " lanes: it was not written by Tillit");
        }
    }

    /** 64 MiB, three passes, one lane: about a second, once a start. */
    static Hardening fresh(SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new Hardening(64 * 1024, 3, 1, salt);
    }

    static Hardening read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new KeyStoreUnusable("its first line is not a Tillit key store's");
        }
        return new Hardening(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Base64.getDecoder().decode(parts.group(4)));
    }

    String line() {
        return NAME + " m=" + memory + " t=" + passes + " p=" + lanes + " salt="
                + Base64.getEncoder().encodeToString(salt);
    }

    /** What to open the BCFKS with: 256 bits in hex. The caller wipes it. */
    char[] harden(char[] passphrase) {
        byte[] key = new byte[32];
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .withAdditional(line().getBytes(StandardCharsets.US_ASCII))
                .build());
        argon.generateBytes(passphrase, key);
        try {
            return HexFormat.of().formatHex(key).toCharArray();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
