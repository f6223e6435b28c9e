package uk.muster.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.pupil.GroupSpell;

class SchoolRollTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final GroupId CLASS = new GroupId("3A");

    private final SchoolRoll roll = new SchoolRoll();

    @Test
    void aClassIsFoundInTheOrderInWhichItIsNamed() {
        put("p1", "p2", "p10");
        assertThat(find("p2", "p10", "p1")).containsExactly("p2", "p10", "p1");
        assertThat(find("p2", "p10", "p1")).containsExactly("p2", "p10", "p1");
        assertThat(find("p1", "p2")).containsExactly("p1", "p2");
        assertThat(find("p1", "p2", "p10")).containsExactly("p1", "p2", "p10");
        assertThat(find("p1", "p1")).containsExactly("p1", "p1");
    }

    @Test
    void whoIsNotKnownLeavesNobodyFound() {
        put("p1", "p2");
        assertThat(find("p1", "p2")).hasSize(2);
        assertThat(find("p1", "p20")).isEmpty();
        assertThat(find("p1", "p")).isEmpty();
        assertThat(find("p1", "p2", "p3")).isEmpty();
    }

    @Test
    void whatChangedSinceIsFound() {
        put("p1", "p2");
        assertThat(find("p1", "p2")).hasSize(2);
        RollPupil moved = pupil("p2", "4B");
        roll.put(moved);
        assertThat(roll.find(CLASS, ids("p1", "p2"))).last().isEqualTo(moved);
        assertThat(roll.find(moved.number())).contains(moved);
        roll.forget(moved.number());
        assertThat(find("p1", "p2")).isEmpty();
    }

    @Test
    void whoWasFoundWithTheClassIsFoundAlone() {
        put("p1", "p2");
        List<RollPupil> found = roll.find(CLASS, ids("p1", "p2"));
        assertThat(found)
                .allSatisfy(each -> assertThat(roll.find(each.pupilId())).contains(each))
                .allSatisfy(each -> assertThat(roll.find(each.number())).contains(each));
    }

    private void put(String... names) {
        Stream.of(names).map(name -> pupil(name, "3A")).forEach(roll::put);
    }

    private List<String> find(String... names) {
        return roll.find(CLASS, ids(names)).stream()
                .map(each -> each.pupilId().value())
                .toList();
    }

    private static List<PupilId> ids(String... names) {
        return Stream.of(names).map(PupilId::new).toList();
    }

    private static RollPupil pupil(String name, String group) {
        return new RollPupil(
                new PupilId(name),
                new PupilNumber((name + "-".repeat(PupilNumber.LENGTH)).substring(0, PupilNumber.LENGTH)),
                "upn of " + name,
                Enrolment.SINGLE,
                new CompulsoryAge(SEPTEMBER, SEPTEMBER.plusYears(11)),
                List.of(new GroupSpell(new GroupId(group), SEPTEMBER, null)));
    }
}
