/** Tests of the pages that need no server. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui;
