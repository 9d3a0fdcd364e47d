/**
 * What every resource shares: JSON as the API speaks it, problems, ids and purposes in requests. Open
 * {@link no.tillit.api.base.RefusalMapper} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.api.base;
