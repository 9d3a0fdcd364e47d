/** What the tests of several commands stand on. Open {@link no.tillit.admin.testing.TestInstallation}. */
@org.jspecify.annotations.NullMarked
package no.tillit.admin.testing;
