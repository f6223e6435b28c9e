@NullMarked
package uk.muster.verifier.proof;

import org.jspecify.annotations.NullMarked;
