package no.tillit.oversight;

import java.time.Instant;

/**
 * The certificate that documents are sealed with, and for how long.
 *
 * @param subject whose it is
 * @param selfMade whether the installation made it, and makes the next by itself
 * @param ending whether it ends within sixty days and somebody has to bring the next
 * @param sha256 of the certificate, 64 hex digits: what one compares
 * @param pem the certificate and those above it, to be kept by whoever checks seals
 */
public record SealOutlook(
        String subject, boolean selfMade, Instant expiresAt, boolean ending, String sha256, String pem) {}
