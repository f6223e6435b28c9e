/** What is answered after keys were destroyed. */
@NullMarked
package uk.muster.query.retention;

import org.jspecify.annotations.NullMarked;
