/**
 * The check of an exported ledger, for whoever trusts neither the school nor Muster: it shares no code with them and needs nothing but a JDK.
 * {@link uk.muster.verifier.Verifier} is the way in, {@code docs/ledger.md} says what is checked, and the rule by which what a line shows follows from
 * what was hashed is the text file {@code data-rule.txt} beside this package's classes.
 */
@NullMarked
package uk.muster.verifier;

import org.jspecify.annotations.NullMarked;
