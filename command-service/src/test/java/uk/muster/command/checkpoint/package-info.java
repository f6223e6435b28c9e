@NullMarked
package uk.muster.command.checkpoint;

import org.jspecify.annotations.NullMarked;
