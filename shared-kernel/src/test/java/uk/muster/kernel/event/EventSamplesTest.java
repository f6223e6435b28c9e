package uk.muster.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.DataKey;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.kernel.sealing.Sealer;

/** Every form an event was ever stored in stays readable, and is written as it was. The samples are bytes of a ledger: never edit one. */
class EventSamplesTest {

    /** Above this PostgreSQL moves a row's values out of line. */
    private static final int OUT_OF_LINE = 2_000;

    static Stream<String> types() {
        return StreamSupport.stream(EventTypes.names().spliterator(), false).sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aStoredEventReadsAsTheFactItIs(String type) throws IOException {
        assertThat(EventTypes.read(type, sample(type))).isEqualTo(EventSamples.of(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFactIsWrittenByteForByteAsBefore(String type) throws IOException {
        assertThat(EventTypes.write(EventTypes.read(type, sample(type))))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(sample(type), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFactKnowsTheNameItIsStoredUnder(String type) {
        assertThat(EventTypes.nameOf(EventSamples.of(type))).isEqualTo(type);
    }

    @Test
    void everyEventThereIsHasAStoredName() {
        assertThat(types().<Class<?>>map(type -> EventSamples.of(type).getClass()))
                .containsExactlyInAnyOrderElementsOf(concreteEvents(MusterEvent.class));
    }

    @Test
    void aTypeNobodyEverStoredIsRefused() {
        assertThatThrownBy(() -> EventTypes.read("register-forgotten.v9", new byte[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("register-forgotten.v9");
    }

    @Test
    void aPayloadOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> EventTypes.read("register-taken.v1", "[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("register-taken.v1");
    }

    @Test
    void aClassOfThirtyIsWellBelowWhatPostgreSqlMovesOutOfLine() {
        byte[] stored = EventTypes.write(classOfThirty());
        assertThat(stored.length).isLessThan(1_200).isLessThan(OUT_OF_LINE * 6 / 10);
    }

    /** Thirty marks of an ordinary day: two late with their minutes, and whoever took the register sealed for the school. */
    private static RegisterTaken classOfThirty() {
        Urn urn = new Urn(900_001);
        Sealer sealer = new Sealer(
                (subject, year) -> new DataKey(123_456, new SecretKeySpec(new byte[32], "AES")), new SecureRandom());
        Sealed takenBy = sealer.seal(
                KeySubject.ofSchool(urn),
                new AcademicYear(2026),
                KernelJson.mapper()
                        .writeValueAsString(
                                new Person("t-114-staff-id", "Rosamund Okafor-Blythe", "Class teacher, Year 4")));
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            PupilNumber pupil = PupilNumber.of(urn, new PupilId("p" + i), new byte[PupilNumber.SALT_BYTES]);
            boolean late = i % 15 == 7;
            marks.add(new Mark(pupil, late ? "L" : "\\", late ? Integer.valueOf(12) : null, null));
        }
        return new RegisterTaken(
                new RegisterId(
                        urn, new SessionKey(LocalDate.parse("2026-09-07"), SessionHalf.PM), new GroupId("Year4-Oak")),
                Instant.parse("2026-09-07T12:05:00.123456Z"),
                takenBy,
                marks);
    }

    private static List<Class<?>> concreteEvents(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        return Stream.of(type.getPermittedSubclasses())
                .flatMap(each -> concreteEvents(each).stream())
                .toList();
    }

    private static byte[] sample(String type) throws IOException {
        String name = "/event-samples/" + type + ".json";
        try (InputStream in = EventSamplesTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
