/** Tests of the documents' doors that need no server. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.document;
