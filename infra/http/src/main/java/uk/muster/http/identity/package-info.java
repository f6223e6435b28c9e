/** Who calls, for which schools, and who may do what: tokens, roles and the rule that every endpoint must have. */
@NullMarked
package uk.muster.http.identity;

import org.jspecify.annotations.NullMarked;
