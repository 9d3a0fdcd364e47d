package no.tillit.keys.upkeep;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.tillit.keys.internal.KeyStoreFile;
import no.tillit.keys.internal.RootKeyRow;
import no.tillit.keys.internal.RootKeyState;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.Secret;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Mode;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * The root key outlives the loss of its file: any three of five custodians bring it back, two learn nothing (Shamir's
 * secret sharing, Bouncy Castle's threshold package).
 */
public final class Escrow {
    public static final int NEEDED = 3;
    public static final int SHEETS = 5;

    private Escrow() {}

    /** The store's version that an escrow would be of. */
    public static int version(KeyPlace place) {
        return new RootKeyTable(place.database())
                .active()
                .orElseThrow(() -> new UpkeepRefused("There is no root key yet. Start Tillit once."));
    }

    /**
     * Splits the active root key.
     *
     * @throws UpkeepRefused when it lives in a token, which it never leaves
     */
    public static List<EscrowSheet> split(KeyPlace place) {
        int version = version(place);
        if (!(place.store() instanceof KeyStoreFile file)) {
            throw new UpkeepRefused(place.store() + " lets no root key out, so there is nothing to hand to custodians."
                    + " Keep a second token, made with the vendor's own means of backup.");
        }
        SecureRandom random = new SecureRandom();
        int escrow = random.nextInt();
        try (Secret root = file.forCustodians(version)) {
            var shares = new ShamirSecretSplitter(Algorithm.AES, Mode.Table, Secret.LENGTH, random)
                    .resplit(root.live().clone(), NEEDED, SHEETS)
                    .getSecretShares();
            List<EscrowSheet> sheets = new ArrayList<>();
            for (int i = 0; i < SHEETS; i++) {
                sheets.add(new EscrowSheet(escrow, version, i + 1, NEEDED, SHEETS, shares[i].getEncoded()));
            }
            tryOut(sheets, root);
            return sheets;
        } catch (IOException e) {
            throw new IllegalStateException("The root key cannot be split", e);
        }
    }

    /**
     * Puts the root key of these sheets into the store file, when it is the one the key database knows.
     *
     * @param dryRun look at the sheets and write nothing
     * @return the version that came back
     * @throws UpkeepRefused saying which sheet is missing, foreign or of an older root
     */
    public static int restore(List<EscrowSheet> sheets, DataSource database, KeyStoreFile target, boolean dryRun) {
        EscrowSheet first = together(sheets);
        RootKeyRow known = known(first.rootVersion(), database);
        try (Secret root = combine(sheets)) {
            if (!MessageDigest.isEqual(root.keyCheckValue(), known.keyCheckValue())) {
                throw new UpkeepRefused("The sheets make a root key, but not the one of this key database: they are"
                        + " another installation's, or a sheet was forged. Nothing was written.");
            }
            if (!dryRun) {
                target.put(first.rootVersion(), root);
            }
            return first.rootVersion();
        }
    }

    /** As above, into the store of this place. */
    public static int restore(List<EscrowSheet> sheets, KeyPlace place, boolean dryRun) {
        if (!(place.store() instanceof KeyStoreFile file)) {
            throw new UpkeepRefused(place.store() + " takes no root key in; sheets restore a key store file only.");
        }
        return restore(sheets, place.database(), file, dryRun);
    }

    private static EscrowSheet together(List<EscrowSheet> sheets) {
        if (sheets.isEmpty()) {
            throw new UpkeepRefused("No sheet was given; " + NEEDED + " are needed.");
        }
        Set<String> escrows =
                sheets.stream().map(EscrowSheet::escrowName).collect(Collectors.toCollection(TreeSet::new));
        if (escrows.size() > 1) {
            throw new UpkeepRefused("The sheets are of different escrows and do not go together: " + escrows
                    + ". Every sheet carries the name of its escrow.");
        }
        Set<Integer> numbers = sheets.stream().map(EscrowSheet::number).collect(Collectors.toCollection(TreeSet::new));
        EscrowSheet first = sheets.get(0);
        if (numbers.size() < sheets.size()) {
            throw new UpkeepRefused("The same sheet was given twice; there are only the numbers " + numbers + ".");
        }
        if (numbers.size() < first.needed()) {
            throw new UpkeepRefused(numbers.size() + " of " + first.needed() + " needed sheets were given: numbers "
                    + numbers + " of escrow " + first.escrowName() + ".");
        }
        return first;
    }

    private static RootKeyRow known(int version, DataSource database) {
        List<RootKeyRow> rows = new RootKeyTable(database).all();
        RootKeyRow known = rows.stream()
                .filter(row -> row.version() == version)
                .findFirst()
                .orElseThrow(
                        () -> new UpkeepRefused(
                                "The sheets are of root key version " + version
                                        + ", which this key database does not know. Is it the right database, or an old backup of it?"));
        if (known.state() == RootKeyState.DESTROYED) {
            throw new UpkeepRefused("The sheets are of root key version " + version + ", which was destroyed on "
                    + known.destroyedAt() + ". Use the sheets printed after that rotation.");
        }
        return known;
    }

    private static Secret combine(List<EscrowSheet> sheets) {
        try {
            ShamirSplitSecretShare[] shares = sheets.stream()
                    .limit(sheets.get(0).needed())
                    .map(sheet -> new ShamirSplitSecretShare(sheet.share(), sheet.number()))
                    .toArray(ShamirSplitSecretShare[]::new);
            return Secret.adopt(new ShamirSplitSecret(Algorithm.AES, Mode.Table, shares).getSecret());
        } catch (IOException e) {
            throw new IllegalStateException("The sheets cannot be put together", e);
        }
    }

    /** Every three of the five must bring the root back before a sheet is printed. */
    private static void tryOut(List<EscrowSheet> sheets, Secret root) {
        for (int a = 0; a < SHEETS; a++) {
            for (int b = a + 1; b < SHEETS; b++) {
                for (int c = b + 1; c < SHEETS; c++) {
                    try (Secret back = combine(List.of(sheets.get(a), sheets.get(b), sheets.get(c)))) {
                        if (!MessageDigest.isEqual(back.live(), root.live())) {
                            throw new IllegalStateException("The sheets do not make the root key");
                        }
                    }
                }
            }
        }
    }
}
