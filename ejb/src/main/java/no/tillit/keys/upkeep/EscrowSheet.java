package no.tillit.keys.upkeep;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * One custodian's part of a root key. Fewer than {@code needed} sheets say nothing about it.
 *
 * @param escrow which ceremony it is from; sheets of two do not go together
 * @param rootVersion the root it is a part of
 * @param number which of the {@code of} sheets it is, from 1
 */
public record EscrowSheet(int escrow, int rootVersion, int number, int needed, int of, byte[] share) {
    private static final byte FORMAT = 1;
    private static final int SHARE = 32;
    private static final int CHECK = 6;
    private static final int LENGTH = 1 + 4 + 4 + 3 + SHARE + CHECK;

    public EscrowSheet {
        share = share.clone();
    }

    /** What is printed, line for line. */
    public List<String> lines() {
        byte[] content = ByteBuffer.allocate(LENGTH - CHECK)
                .put(FORMAT)
                .putInt(escrow)
                .putInt(rootVersion)
                .put((byte) number)
                .put((byte) needed)
                .put((byte) of)
                .put(share)
                .array();
        byte[] all = Arrays.copyOf(content, LENGTH);
        System.arraycopy(check(content), 0, all, LENGTH - CHECK, CHECK);
        return SheetText.write(all);
    }

    /**
     * @param where names the sheet in what is said to the operator
     * @param typed lines as printed; what does not begin with a line's number is passed over
     * @throws UpkeepRefused saying what is mistyped or missing
     */
    public static EscrowSheet read(String where, List<String> typed) {
        byte[] all = SheetText.read(where, typed, LENGTH);
        byte[] content = Arrays.copyOf(all, LENGTH - CHECK);
        if (!MessageDigest.isEqual(check(content), Arrays.copyOfRange(all, LENGTH - CHECK, LENGTH))) {
            throw new UpkeepRefused(where + ": its lines do not belong together, or several characters are mistyped.");
        }
        ByteBuffer in = ByteBuffer.wrap(content);
        if (in.get() != FORMAT) {
            throw new UpkeepRefused(where + ": it was printed by a version of Tillit that this one does not know.");
        }
        int escrow = in.getInt();
        int rootVersion = in.getInt();
        int number = in.get();
        int needed = in.get();
        int of = in.get();
        byte[] share = new byte[SHARE];
        in.get(share);
        return new EscrowSheet(escrow, rootVersion, number, needed, of, share);
    }

    /** How people name the ceremony: eight hexadecimal digits. */
    public String escrowName() {
        return String.format("%08X", escrow);
    }

    @Override
    public byte[] share() {
        return share.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EscrowSheet that && lines().equals(that.lines());
    }

    @Override
    public int hashCode() {
        return 31 * escrow + number;
    }

    @Override
    public String toString() {
        return "EscrowSheet[" + escrowName() + " " + number + " of " + of + "]";
    }

    private static byte[] check(byte[] content) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), CHECK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
