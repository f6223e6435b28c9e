/** Request bodies read field by field, so that a refusal names every fault at once with its JSON pointer. */
@NullMarked
package uk.muster.http.body;

import org.jspecify.annotations.NullMarked;
