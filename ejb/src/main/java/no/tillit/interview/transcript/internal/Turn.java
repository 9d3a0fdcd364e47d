package no.tillit.interview.transcript.internal;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said in one go.
 *
 * @param number its place in the whole, from 1
 * @param label under which it stands in the file
 * @param at when, as the file tells it; null when it does not
 */
record Turn(int number, String label, @Nullable String at, String text) {}
