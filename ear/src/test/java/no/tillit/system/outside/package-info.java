/**
 * An installation whose content lies in a bucket and whose root key in a token. Open {@link
 * no.tillit.system.outside.BucketAndTokenTest} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.system.outside;
