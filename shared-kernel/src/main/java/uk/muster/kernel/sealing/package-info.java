/**
 * How what is personal lies in the ledger: sealed under a key for each pupil (or school) and academic year of recording, from the first
 * event. Destroying a key erases the person; the ciphertext, and so every hash, stays as it is.
 */
@NullMarked
package uk.muster.kernel.sealing;

import org.jspecify.annotations.NullMarked;
