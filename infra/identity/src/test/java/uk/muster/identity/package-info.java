@NullMarked
package uk.muster.identity;

import org.jspecify.annotations.NullMarked;
