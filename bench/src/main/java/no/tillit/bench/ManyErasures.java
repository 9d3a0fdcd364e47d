package no.tillit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Everybody of a project is erased by one deletion job. */
final class ManyErasures {
    private final Database database;
    private final BenchProject project;

    ManyErasures(Database database, BenchProject project) {
        this.database = database;
        this.project = project;
    }

    /**
     * Seconds of a job.
     *
     * @param proposal until stock is taken and the preview answered
     * @param approval until the approval is answered: everybody blocked, and stock taken once more
     * @param run from then until everything is gone and certified
     */
    record Taken(double proposal, double approval, double run) {
        /** From the approval on. */
        double approved() {
            return approval + run;
        }
    }

    Taken erase() {
        long start = System.nanoTime();
        var deletion = Deletion.propose(project, Map.of("project", project.id(), "cause", "manual"));
        long proposed = System.nanoTime();
        deletion.approve();
        long approved = System.nanoTime();
        deletion.awaitCompletion();
        long done = System.nanoTime();
        return new Taken((proposed - start) / 1e9, (approved - proposed) / 1e9, (done - approved) / 1e9);
    }

    /** Seconds of each step of the last run, as the batch repository has them. */
    String steps() throws SQLException {
        try (Connection connection = database.owner();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT string_agg(stepname || ' ' || round(extract(epoch FROM endtime - starttime), 1), ', '"
                                + " ORDER BY starttime) FROM step_execution"
                                + " WHERE jobexecutionid = (SELECT max(jobexecutionid) FROM step_execution)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
