package uk.muster.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.MarksEntered;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.sealing.Sealed;

/** A class's marks come out of their packed form as they went in. */
class MarksWirePropertiesTest {

    private static final RegisterId REGISTER = RegisterId.parse("900001/2026-09-07/AM/3A");
    private static final Instant AT = Instant.parse("2026-09-07T07:55:00Z");
    private static final Sealed BY = new Sealed("1.1.box.commitment");

    @Property
    void marksAreReadAsTheyWereWritten(@ForAll("marks") List<Mark> marks) {
        MusterEvent taken = new RegisterTaken(REGISTER, AT, BY, marks);
        MusterEvent added = new MarksAdded(REGISTER, AT, BY, marks);
        assertThat(EventTypes.read("register-taken.v1", EventTypes.write(taken)))
                .isEqualTo(taken);
        assertThat(EventTypes.read("marks-added.v1", EventTypes.write(added))).isEqualTo(added);
    }

    @Property
    void thatOfOnePupilIsFoundAmongThem(@ForAll("marks") List<Mark> marks, @ForAll("marks") List<Mark> others) {
        MarksEntered written = new RegisterTaken(REGISTER, AT, BY, marks);
        MarksEntered read = (MarksEntered) EventTypes.read("register-taken.v1", EventTypes.write(written));
        for (Mark mark : Stream.concat(marks.stream(), others.stream()).toList()) {
            assertThat(read.markOf(mark.pupil())).isEqualTo(written.markOf(mark.pupil()));
        }
        assertThat(marks)
                .allSatisfy(mark -> assertThat(read.markOf(mark.pupil())).isPresent());
    }

    @Example
    void aNumberThatTwoOthersMakeUpTogetherIsNobodys() {
        Mark one = new Mark(new PupilNumber("AAAAAAAAAAaaaaaaaaaa"), "/", null, null);
        Mark two = new Mark(new PupilNumber("BBBBBBBBBBbbbbbbbbbb"), "N", null, null);
        MarksEntered read = (MarksEntered) EventTypes.read(
                "register-taken.v1", EventTypes.write(new RegisterTaken(REGISTER, AT, BY, List.of(one, two, one))));
        assertThat(read.markOf(new PupilNumber("aaaaaaaaaaBBBBBBBBBB"))).isEmpty();
        assertThat(read.markOf(two.pupil())).hasValue(two);
    }

    @Property
    void onlyMarksWithMoreToSayStandApart(@ForAll("marks") List<Mark> marks) {
        JsonNode packed = KernelJson.mapper()
                .readTree(EventTypes.write(new RegisterTaken(REGISTER, AT, BY, marks)))
                .get("marks");
        long more = marks.stream()
                .filter(mark -> mark.minutesLate() != null || mark.detail() != null)
                .count();
        assertThat(packed.path("extras").size()).isEqualTo((int) more);
        assertThat(packed.has("extras")).isEqualTo(more > 0);
        assertThat(packed.get("pupils").asString()).hasSize(marks.size() * PupilNumber.LENGTH);
    }

    @Provide
    Arbitrary<List<Mark>> marks() {
        Arbitrary<PupilNumber> pupils = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('-', '_')
                .ofLength(PupilNumber.LENGTH)
                .map(PupilNumber::new);
        Arbitrary<String> codes =
                Arbitraries.of(AttendanceCodes.standard().all()).map(AttendanceCode::symbol);
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 360).injectNull(0.8);
        Arbitrary<Sealed> details = Arbitraries.strings()
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(box -> new Sealed("1.1." + box + ".c"))
                .injectNull(0.8);
        return Combinators.combine(pupils, codes, minutes, details)
                .as(Mark::new)
                .list()
                .ofMaxSize(60);
    }
}
