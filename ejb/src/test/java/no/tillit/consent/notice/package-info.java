/** Recipients who have to be told. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.notice;
