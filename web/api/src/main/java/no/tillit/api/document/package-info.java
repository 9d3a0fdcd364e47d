/** Documents over the API: received as raw bodies, handed out as attachments. Open
 * {@link no.tillit.api.document.DocumentsResource} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.document;
