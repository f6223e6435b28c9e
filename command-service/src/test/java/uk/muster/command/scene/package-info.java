/** A school with its policy, calendar, roll and clock, and commands decided against them by the real aggregates in Axon's fixtures. */
@NullMarked
package uk.muster.command.scene;

import org.jspecify.annotations.NullMarked;
