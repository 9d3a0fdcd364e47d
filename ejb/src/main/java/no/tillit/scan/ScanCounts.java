package no.tillit.scan;

/**
 * How many scanned forms wait for somebody.
 *
 * @param proposed those whose person is known by their code
 * @param byHand those for which somebody has to find the person
 * @param overdue how many of both have lain for longer than thirty days
 */
public record ScanCounts(long proposed, long byHand, long overdue) {}
