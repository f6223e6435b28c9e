/** Stands in for command-service where the launcher is tested without it. */
@NullMarked
package uk.muster.command;

import org.jspecify.annotations.NullMarked;
