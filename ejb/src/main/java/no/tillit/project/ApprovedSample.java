package no.tillit.project;

import java.util.UUID;

/**
 * A sample that the approval covers.
 *
 * @param number its place in the approval, from 1
 */
public record ApprovedSample(UUID id, int number, String name, LegalBasis legalBasis, boolean confidentiality) {}
