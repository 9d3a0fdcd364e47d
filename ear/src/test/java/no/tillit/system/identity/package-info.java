/**
 * Who a bean sees as its caller, whichever door the call came through. Open {@link no.tillit.system.identity.IdentityTest}.
 */
@NullMarked
package no.tillit.system.identity;

import org.jspecify.annotations.NullMarked;
