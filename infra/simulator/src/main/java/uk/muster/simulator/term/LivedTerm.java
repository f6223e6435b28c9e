package uk.muster.simulator.term;

import java.time.LocalDate;
import java.util.List;

/**
 * A school's term as it is lived day by day.
 *
 * @param term its roll, and what its system sends, in order of time
 * @param spells every absence of which somebody may be told or ask, each pupil's in order
 * @param days its school days, in order
 */
public record LivedTerm(SchoolTerm term, List<Spell> spells, List<LocalDate> days) {}
