/** The commands about sealed documents: the certificate they are sealed with, and whether a file is as it was sealed. */
@org.jspecify.annotations.NullMarked
package no.tillit.admin.seal;
