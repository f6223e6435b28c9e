package uk.muster.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.code.CodeFault.Field;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

class CodeRulesTest {

    private static final SessionKey MORNING = new SessionKey(LocalDate.of(2026, 9, 7), SessionHalf.AM);
    private static final SessionKey AFTERNOON = new SessionKey(LocalDate.of(2026, 9, 7), SessionHalf.PM);
    private static final CompulsoryAge TEN_YEARS_OLD = CompulsoryAge.from(LocalDate.of(2016, 5, 1));
    private static final CompulsoryAge FOUR_YEARS_OLD = CompulsoryAge.from(LocalDate.of(2022, 5, 1));
    private static final RecordingRules LAX = new RecordingRules(true, false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "L", "V", "P", "W", "C1", "M", "J1", "S", "C", "T", "R", "I", "E", "Q", "Y1", "Y2", "Y3", "Y4",
                "Y5", "Y6", "G", "N", "O", "U"
            })
    void everyOrdinaryCodeMayBeRecordedInTheMorning(String symbol) {
        assertThat(check(symbol, MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, false, null, LAX))
                .isEmpty();
    }

    @Test
    void presentHasACodeForEachHalf() {
        assertThat(check("\\", AFTERNOON)).isEmpty();
        assertThat(check("/", AFTERNOON))
                .containsExactly(code("Code / is for mornings; present is \\ in this session."));
        assertThat(check("\\", MORNING))
                .containsExactly(code("Code \\ is for afternoons; present is / in this session."));
    }

    @ParameterizedTest
    @CsvSource({"H, C or G, 2024-08-18", "J, J1, 2024-08-18", "Y, Y1 to Y7 or Q, 2024-08-18", "F, C or G, 2013-08-31"})
    void aRetiredCodeIsRefusedAfterItsLastDayNamingTheSuccessor(String symbol, String successor, LocalDate lastDay) {
        assertThat(check(symbol, MORNING))
                .containsExactly(code(
                        "Code " + symbol + " was retired after " + lastDay + "; its successor is " + successor + "."));
        assertThat(check(symbol, new SessionKey(lastDay, SessionHalf.AM))).isEmpty();
        assertThat(check(symbol, new SessionKey(lastDay.plusDays(1), SessionHalf.AM)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "J1", "Q", "Y1", "Y6"})
    void aCodeIsNotUsedForSessionsBeforeItCameIntoForce(String symbol) {
        SessionKey lastOldDay = new SessionKey(LocalDate.of(2024, 8, 18), SessionHalf.AM);
        SessionKey firstDay = new SessionKey(LocalDate.of(2024, 8, 19), SessionHalf.AM);
        assertThat(check(symbol, lastOldDay))
                .containsExactly(code("Code " + symbol + " is in force from 2024-08-19, after this session."));
        assertThat(check(symbol, firstDay)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "-"})
    void noMarkIsNoCode(String symbol) {
        assertThat(check(symbol, MORNING)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(Field.CODE);
            assertThat(fault.message()).startsWith("A mark needs a code");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "n, “n” is not a code of the attendance register.",
        "0123456789, “0123456789” is not a code of the attendance register.",
        "01234567890, This is not a code of the attendance register.",
        "'a\u0000b', This is not a code of the attendance register."
    })
    void anUnknownCodeIsRepeatedOnlyWhenItIsShortAndPlain(String symbol, String message) {
        assertThat(check(symbol, MORNING)).containsExactly(code(message));
    }

    @Test
    void xIsForPupilsNotOfCompulsorySchoolAgeAtTheSession() {
        assertThat(check("X", MORNING))
                .singleElement()
                .extracting(CodeFault::field)
                .isEqualTo(Field.CODE);
        assertThat(check("X", MORNING, FOUR_YEARS_OLD, Enrolment.SINGLE, false, null, LAX))
                .isEmpty();
        // Five on 1 September 2026: of compulsory age from 31 December.
        CompulsoryAge turningFive = CompulsoryAge.from(LocalDate.of(2021, 9, 1));
        assertThat(check("X", on(2026, 12, 30), turningFive, Enrolment.SINGLE, false, null, LAX))
                .isEmpty();
        assertThat(check("X", on(2026, 12, 31), turningFive, Enrolment.SINGLE, false, null, LAX))
                .hasSize(1);
    }

    @Test
    void c2IsForPupilsOfCompulsorySchoolAge() {
        assertThat(check("C2", MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, true, null, LAX))
                .isEmpty();
        assertThat(check("C2", MORNING, FOUR_YEARS_OLD, Enrolment.SINGLE, true, null, LAX))
                .singleElement()
                .extracting(CodeFault::field)
                .isEqualTo(Field.CODE);
    }

    @Test
    void dIsForPupilsRegisteredAtTwoSchools() {
        assertThat(check("D", MORNING)).hasSize(1);
        assertThat(check("D", MORNING, TEN_YEARS_OLD, Enrolment.MAIN, false, null, LAX))
                .isEmpty();
        assertThat(check("D", MORNING, TEN_YEARS_OLD, Enrolment.SUBSIDIARY, false, null, LAX))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "#"})
    void administrativeCodesAreNotRecordedForAPupilOnRoll(String symbol) {
        assertThat(check(symbol, MORNING))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("on roll"));
    }

    @Test
    void lIsNotUsedWhereThePolicyHasNoLatePeriod() {
        RecordingRules noLateCode = new RecordingRules(false, false, false);
        assertThat(check("L", MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, false, null, noLateCode))
                .containsExactly(code("The school's policy has no late period: code L is not used."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "B", "C2", "Y7"})
    void fourCodesAlwaysNeedADetail(String symbol) {
        assertThat(check(symbol, MORNING))
                .containsExactly(new CodeFault(Field.DETAIL, "Code " + symbol + " needs a detail that is not blank."));
        assertThat(check(symbol, MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, true, null, LAX))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V", "P", "W", "D", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6"})
    void aPolicyMayWantTheNatureOfElevenMore(String symbol) {
        RecordingRules nature = new RecordingRules(true, false, true);
        assertThat(check(symbol, MORNING, TEN_YEARS_OLD, Enrolment.MAIN, false, null, nature))
                .extracting(CodeFault::field)
                .containsExactly(Field.DETAIL);
        assertThat(check(symbol, MORNING, TEN_YEARS_OLD, Enrolment.MAIN, false, null, LAX))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "360, true", "361, false"})
    void minutesLateRunFromNoughtToThreeHundredAndSixty(int minutes, boolean accepted) {
        assertThat(check("U", MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, false, minutes, LAX)
                        .isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void minutesLateAreWantedWhereThePolicySaysSo() {
        RecordingRules minutes = new RecordingRules(true, true, false);
        for (String symbol : List.of("L", "U")) {
            assertThat(check(symbol, MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, false, null, minutes))
                    .extracting(CodeFault::field)
                    .containsExactly(Field.MINUTES_LATE);
            assertThat(check(symbol, MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, false, 4, minutes))
                    .isEmpty();
        }
        assertThat(check("/", MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, false, null, minutes))
                .isEmpty();
    }

    @Test
    void minutesLateGoWithLateCodesOnly() {
        assertThat(check("/", MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, false, 3, LAX))
                .containsExactly(new CodeFault(Field.MINUTES_LATE, "Minutes late go with L and U only, not with /."));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        SessionKey oldAfternoon = new SessionKey(LocalDate.of(2024, 6, 3), SessionHalf.PM);
        assertThat(check("C2", oldAfternoon, FOUR_YEARS_OLD, Enrolment.SINGLE, false, 400, LAX))
                .extracting(CodeFault::field)
                .containsExactly(Field.CODE, Field.CODE, Field.DETAIL, Field.MINUTES_LATE, Field.MINUTES_LATE);
    }

    @Property
    void nothingThatIsSentIsEverAnError(@ForAll String symbol, @ForAll int minutes, @ForAll boolean detail) {
        List<CodeFault> faults = check(symbol, MORNING, TEN_YEARS_OLD, Enrolment.SINGLE, detail, minutes, LAX);
        assertThat(faults)
                .allSatisfy(fault -> assertThat(fault.message()).endsWith(".").hasSizeLessThan(160));
    }

    private static List<CodeFault> check(String symbol, SessionKey session) {
        return check(symbol, session, TEN_YEARS_OLD, Enrolment.SINGLE, false, null, LAX);
    }

    private static List<CodeFault> check(
            String symbol,
            SessionKey session,
            CompulsoryAge age,
            Enrolment enrolment,
            boolean detail,
            @Nullable Integer minutes,
            RecordingRules rules) {
        return CodeRules.check(new Marking(symbol, session, age, enrolment, detail, minutes, rules));
    }

    private static CodeFault code(String message) {
        return new CodeFault(Field.CODE, message);
    }

    private static SessionKey on(int year, int month, int day) {
        return new SessionKey(LocalDate.of(year, month, day), SessionHalf.AM);
    }
}
