/**
 * Pages of documents, and the two doors that content goes through: {@link no.tillit.ui.document.UploadServlet}, where you
 * begin reading, and {@link no.tillit.ui.document.ContentServlet}.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.document;
