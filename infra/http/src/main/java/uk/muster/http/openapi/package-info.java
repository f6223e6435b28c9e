/**
 * The contract that a service publishes at {@code /v3/api-docs}: written by hand in YAML, served as JSON, and held against the mapped
 * endpoints by a test.
 */
@NullMarked
package uk.muster.http.openapi;

import org.jspecify.annotations.NullMarked;
