@NullMarked
package uk.muster.verifier;

import org.jspecify.annotations.NullMarked;
