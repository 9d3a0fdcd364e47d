/** {@code tillit-admin keys}: what is done to the keys from outside the application. Open {@link no.tillit.admin.keys.Keys} first. */
@NullMarked
package no.tillit.admin.keys;

import org.jspecify.annotations.NullMarked;
