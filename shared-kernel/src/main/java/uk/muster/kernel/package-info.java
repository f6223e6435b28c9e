/** The published language of Muster: the law as pure functions, and the facts both services share. */
@org.jspecify.annotations.NullMarked
package uk.muster.kernel;
