package uk.muster.simulator.live;

import uk.muster.kernel.identity.Person;
import uk.muster.simulator.school.SchoolPlan;

/** Who acts for a school about absence: one invented person for each position. */
record People(Person officer, Person pastoral, Person leader, Person safeguarding, Person head) {

    static People of(SchoolPlan plan) {
        return new People(
                plan.attendanceOfficer(),
                new Person("s-3", "K. Nettledale", "Pastoral lead"),
                new Person("s-4", "D. Quillmere", "Assistant headteacher"),
                new Person("s-5", "P. Otterstead", "Designated safeguarding lead"),
                plan.head());
    }
}
