package no.tillit.keys.upkeep;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes as lines a person can read aloud and type in again: {@code 1: ABCD EFGH JKMN PQRS TVWX 7Q}, five groups and two
 * characters of check.
 *
 * <p>Crockford's base 32: no I, L, O or U, and case does not matter. The check (a polynomial over the line and its number
 * modulo the prime 1021) notices every single wrong character, every two exchanged neighbours and every exchanged pair of
 * lines.
 */
final class SheetText {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final int GROUPS = 5;
    private static final int PRIME = 1021;
    private static final int BASE = 37;
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,2})\\s*[:.]\\s*(.*)");

    private SheetText() {}

    static List<String> write(byte[] bytes) {
        String all = digits(bytes);
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < all.length(); at += GROUP * GROUPS) {
            String part = all.substring(at, Math.min(all.length(), at + GROUP * GROUPS));
            int number = lines.size() + 1;
            lines.add(
                    number + ": " + part.replaceAll("(.{" + GROUP + "})", "$1 ").strip() + " " + check(number, part));
        }
        return lines;
    }

    /**
     * @param where names the sheet in what is said to the operator
     * @param length how many bytes there must be
     * @throws UpkeepRefused naming the line that was mistyped or is missing
     */
    static byte[] read(String where, List<String> typed, int length) {
        StringBuilder all = new StringBuilder();
        int expected = 1;
        for (String line : typed) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                continue;
            }
            if (Integer.parseInt(parts.group(1)) != expected) {
                throw new UpkeepRefused(where + ": line " + expected + " is missing or out of order.");
            }
            all.append(line(where, expected, parts.group(2)));
            expected++;
        }
        byte[] bytes = bytes(all.toString());
        if (bytes.length != length) {
            throw new UpkeepRefused(
                    where + ": it has " + (expected - 1) + " whole lines, which is not all of a sheet.");
        }
        return bytes;
    }

    private static String line(String where, int number, String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean known = plain.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
        int end = plain.length() - 2;
        if (!known || end < 1 || !plain.substring(end).equals(check(number, plain.substring(0, end)))) {
            throw new UpkeepRefused(where + ": line " + number + " is mistyped. Compare it with the paper.");
        }
        return plain.substring(0, end);
    }

    private static String check(int number, String part) {
        int sum = number;
        for (char c : part.toCharArray()) {
            sum = (sum * BASE + DIGITS.indexOf(c) + 1) % PRIME;
        }
        sum = sum * BASE % PRIME;
        return "" + DIGITS.charAt(sum / 32) + DIGITS.charAt(sum % 32);
    }

    private static String digits(byte[] bytes) {
        StringBuilder all = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8 | (b & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                all.append(DIGITS.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? all.toString()
                : all.append(DIGITS.charAt(buffer << (5 - bits) & 31)).toString();
    }

    private static byte[] bytes(String digits) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char c : digits.toCharArray()) {
            buffer = (buffer << 5 | DIGITS.indexOf(c)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                all.write(buffer >> bits & 0xff);
            }
        }
        return all.toByteArray();
    }
}
