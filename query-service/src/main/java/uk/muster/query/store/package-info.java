/**
 * What the projections keep in the document store, and where. A document holds a stream's facts as they were recorded, so that every answer is
 * a fold of them by the kernel, now or as of any instant; what is personal stays sealed. Documents are read by {@code _id} alone, but for the list of a school's tasks.
 */
@NullMarked
package uk.muster.query.store;

import org.jspecify.annotations.NullMarked;
