/** What a register says: the one fold of its facts, used where they are decided and where they are asked for. */
@NullMarked
package uk.muster.kernel.register;

import org.jspecify.annotations.NullMarked;
