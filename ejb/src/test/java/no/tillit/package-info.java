/** Rules about the whole house. Open {@link no.tillit.ArchitectureTest}. */
@org.jspecify.annotations.NullMarked
package no.tillit;
