@org.jspecify.annotations.NullMarked
package no.tillit.oversight;
