/** Invented schools on real calendars: what a policy wants of their marks, their classes, and the pupils on roll. */
@NullMarked
package uk.muster.simulator.school;

import org.jspecify.annotations.NullMarked;
