package no.tillit.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one table on their way through COPY. */
final class CopyText {
    private final String statement;
    private final StringBuilder rows = new StringBuilder();

    CopyText(String table, String columns) {
        statement = "COPY " + table + " (" + columns + ") FROM STDIN";
    }

    /** Bytes, or anything that is written as it says itself; null for no value. No text with tabs, line ends or backslashes. */
    void row(@Nullable Object... values) {
        char between = 0;
        for (Object value : values) {
            if (between != 0) {
                rows.append(between);
            }
            between = '\t';
            if (value instanceof byte[] bytes) {
                rows.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            } else {
                rows.append(value == null ? "\\N" : value.toString());
            }
        }
        rows.append('\n');
    }

    void send(Connection to) throws SQLException, IOException {
        to.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(rows.toString()), 1 << 16);
        rows.setLength(0);
    }
}
