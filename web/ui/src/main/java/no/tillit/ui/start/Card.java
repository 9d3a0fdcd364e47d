package no.tillit.ui.start;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing on the start page.
 *
 * @param day the day it is due; null when it has none
 */
public record Card(
        String title, String text, String href, @Nullable LocalDate day) {}
