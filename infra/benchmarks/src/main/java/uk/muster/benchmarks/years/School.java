package uk.muster.benchmarks.years;

import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.term.NationalRates;

/** The school that is lived, all of which follows from the options: two runs with the same post the same. */
record School(Forms forms, SchoolTime time, Roll roll, NationalMarks marks, Book book) {

    /** The first of the demo's schools, which the invented people of the console may see. */
    private static final Urn URN = new Urn(900_001);

    static School of(YearsOptions options) {
        Forms forms = Forms.ofPupils(URN, options.pupils());
        SchoolTime time = new SchoolTime(YearsOptions.FIRST_YEAR, options.years());
        NationalMarks marks = new NationalMarks(NationalRates.published(), options.seed());
        return new School(
                forms,
                time,
                new Roll(forms, time, options.seed()),
                marks,
                new Book(forms, time, marks, options.corrections(), options.seed()));
    }
}
