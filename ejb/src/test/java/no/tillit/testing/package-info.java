/** What several features' tests share. Open {@link no.tillit.testing.TestDatabases} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.testing;
