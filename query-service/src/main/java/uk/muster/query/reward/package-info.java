/** What a school may reward: full attendance, improvement, and the classes of the week. The policy says what is; a person decides. */
@NullMarked
package uk.muster.query.reward;

import org.jspecify.annotations.NullMarked;
