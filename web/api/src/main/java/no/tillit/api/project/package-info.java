/** Projects, approvals and members over the API. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.project;
