package no.tillit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The hashes beside the commands that reproduce them. */
class HashTest {
    @Test
    @DisplayName("the root of nothing is the hash of nothing")
    void empty() {
        // printf '' | sha256sum
        assertThat(Hash.EMPTY).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    @DisplayName("a leaf's input begins with 0x00, a node's with 0x01")
    void prefixes() {
        // printf 00 | xxd -r -p | sha256sum
        Hash first = Hash.leaf(new byte[0]);
        assertThat(first).hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        // printf 0000 | xxd -r -p | sha256sum
        Hash second = Hash.leaf(new byte[] {0});
        assertThat(second).hasToString("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7");
        // printf 01<first><second> | xxd -r -p | sha256sum
        assertThat(Hash.node(first, second))
                .hasToString("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    @DisplayName("an entry is hashed as its fields, each with its length in front")
    void entry() {
        LogEntry entry = new LogEntry(
                new UUID(0, 1),
                Instant.parse("2026-12-23T04:26:40.123456Z"),
                "ingrid",
                "researcher",
                "RESEARCH",
                "document.read",
                new UUID(0, 2),
                new UUID(0, 3),
                "document",
                new UUID(0, 4),
                "ALLOWED",
                null,
                new byte[] {1, 2, 3});

        // python3: f = lambda b: struct.pack('>I', len(b)) + b;  u = lambda n: uuid.UUID(int=n).bytes
        // b''.join(f(x) for x in [b'tillit audit entry v1', u(1), struct.pack('>q', 1798000000123456), b'ingrid', …])
        String bytes = "0000001574696c6c697420617564697420656e747279207631" // tillit audit entry v1
                + "0000001000000000000000000000000000000001" // id
                + "00000008000663457f504240" // 2026-12-23T04:26:40.123456Z
                + "00000006696e67726964" // ingrid
                + "0000000a72657365617263686572" // researcher
                + "000000085245534541524348" // RESEARCH
                + "0000000d646f63756d656e742e72656164" // document.read
                + "0000001000000000000000000000000000000002" // project
                + "0000001000000000000000000000000000000003" // participant
                + "00000008646f63756d656e74" // document
                + "0000001000000000000000000000000000000004" // record
                + "00000007414c4c4f574544" // ALLOWED
                + "ffffffff" // no reason
                + "00000003010203"; // details
        assertThat(HexFormat.of().formatHex(entry.canonical())).isEqualTo(bytes);
        // printf 00<bytes> | xxd -r -p | sha256sum
        assertThat(entry.leaf()).hasToString("1950ee24f7bc3cc6e883104b7a212501a9f536849c54a7bc29ceae3e4e67e38f");
    }
}
