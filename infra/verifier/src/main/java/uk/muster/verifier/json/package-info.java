/** JSON as RFC 8259 has it, read over bytes in place: any order of names and any white space, but no name twice in an object. */
@NullMarked
package uk.muster.verifier.json;

import org.jspecify.annotations.NullMarked;
