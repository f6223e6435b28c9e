@NullMarked
package uk.muster.verifier.json;

import org.jspecify.annotations.NullMarked;
