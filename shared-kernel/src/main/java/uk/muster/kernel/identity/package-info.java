/** Who and what is spoken of: schools, pupils, groups, sessions and people, each a type of its own so that no two can be swapped. */
@NullMarked
package uk.muster.kernel.identity;

import org.jspecify.annotations.NullMarked;
