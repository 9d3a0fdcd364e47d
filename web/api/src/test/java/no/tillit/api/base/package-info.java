@org.jspecify.annotations.NullMarked
package no.tillit.api.base;
