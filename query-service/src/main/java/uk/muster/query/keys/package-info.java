/** Reading what is sealed: keys from the database by the read-only role, kept for a while, and what was erased said so. */
@NullMarked
package uk.muster.query.keys;

import org.jspecify.annotations.NullMarked;
