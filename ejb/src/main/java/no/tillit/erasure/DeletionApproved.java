package no.tillit.erasure;

/** A deletion job was approved; it is carried out once this has committed. */
public record DeletionApproved(DeletionJobId job) {}
