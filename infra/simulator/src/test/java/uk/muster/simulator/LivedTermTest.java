package uk.muster.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent.Reporter;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.simulator.live.Deed;
import uk.muster.simulator.live.Families;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.LivedTerm;
import uk.muster.simulator.term.SettledMarks;
import uk.muster.simulator.term.Spell;
import uk.muster.simulator.term.Story;

/** The term that is lived with a clock: what its registers say at first, and what families tell. */
class LivedTermTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 3);
    private static final List<LivedTerm> TERMS = DemoTerms.live(TODAY, 1);

    @Test
    void theSameSeedGivesTheSameTermAndTheSameFamilies() {
        List<LivedTerm> again = DemoTerms.live(TODAY, 1);

        assertThat(again).isEqualTo(TERMS);
        for (int i = 0; i < TERMS.size(); i++) {
            assertThat(Families.of(again.get(i), 1)).isEqualTo(Families.of(TERMS.get(i), 1));
        }
        assertThat(DemoTerms.live(TODAY, 2)).isNotEqualTo(TERMS);
    }

    @ParameterizedTest
    @EnumSource(Story.class)
    void eachStoryHappensToOneChildOfEachSchool(Story story) {
        assertThat(TERMS).allSatisfy(term -> assertThat(spells(term, story)).hasSize(1));
    }

    @Test
    void whoIsNeverReachedIsUnexplainedForTwelveSchoolDays() {
        for (LivedTerm term : TERMS) {
            Spell spell = spells(term, Story.NEVER_REACHED).findFirst().orElseThrow();
            assertThat(unexplained(term, spell)).hasSize(24);
            assertThat(spell.silence().orElseThrow().reachedOn()).isEmpty();
        }
    }

    @Test
    void whoIsIllForLongIsToldOfBeforeTheRegisterAndNeverUnexplained() {
        for (LivedTerm term : TERMS) {
            Spell spell = spells(term, Story.LONG_ILLNESS).findFirst().orElseThrow();
            assertThat(spell.schoolDays()).isGreaterThanOrEqualTo(15);
            assertThat(unexplained(term, spell)).isEmpty();
            assertThat(Families.of(term, 1).stream().filter(deed -> deed.pupil().equals(spell.pupil())))
                    .hasAtLeastOneElementOfType(Deed.Forecast.class)
                    .filteredOn(Deed.Report.class::isInstance)
                    .anyMatch(
                            deed -> London.dateOf(deed.at()).equals(spell.from().date()));
        }
    }

    @Test
    void nobodyEverSettlesTheLastStory() {
        for (LivedTerm term : TERMS) {
            PupilId pupil =
                    spells(term, Story.NEVER_SETTLED).findFirst().orElseThrow().pupil();
            LocalDate from = spells(term, Story.NEVER_SETTLED)
                    .findFirst()
                    .orElseThrow()
                    .from()
                    .date();
            assertThat(Families.of(term, 1))
                    .noneMatch(deed -> deed instanceof Deed.Decision decision
                            && decision.pupil().equals(pupil)
                            && decision.from().date().equals(from));
        }
    }

    @Test
    void atOneSchoolNobodysNameStandsForAnNThatBecomesO() {
        assertThat(TERMS.stream()
                        .map(term -> term.term().plan())
                        .filter(plan -> plan.responsibleOfficer().isEmpty())
                        .map(plan -> plan.policy()))
                .containsExactly(Policy.KTS);
    }

    /** Else the service would refuse it. */
    @Test
    void everyDecisionFindsAnN() {
        for (LivedTerm term : TERMS) {
            SettledMarks marks = new SettledMarks();
            var urn = term.term().plan().urn();
            Stream.concat(term.term().actions().stream(), Families.of(term, 1).stream())
                    .sorted((a, b) -> at(a).compareTo(at(b)))
                    .forEach(each -> {
                        if (each instanceof Action action) {
                            marks.apply(action);
                        } else if (each instanceof Deed.Decision d) {
                            assertThat(marks.unexplained(urn, d.pupil(), d.from(), d.to()))
                                    .isNotEmpty();
                            marks.decide(urn, d.pupil(), d.from(), d.to(), d.code());
                        }
                    });
        }
    }

    /** A decision that came after the deadline would find O where it looks for N. */
    @Test
    void decisionsComeBeforeTheDeadlineWhereSomebodysNameStandsForIt() {
        for (LivedTerm term : TERMS) {
            if (term.term().plan().responsibleOfficer().isPresent()) {
                assertThat(Families.of(term, 1)).allSatisfy(deed -> {
                    if (deed instanceof Deed.Decision decision) {
                        LocalDate on = London.dateOf(decision.at());
                        assertThat(term.days().indexOf(on)
                                        - term.days().indexOf(decision.from().date()))
                                .isBetween(0, 5);
                    }
                });
            }
        }
    }

    @Test
    void someReportsSayMoreThanOthersAndSomeSayWhenTheChildIsExpectedBack() {
        List<Deed.Report> reports = TERMS.stream()
                .flatMap(term -> Families.of(term, 1).stream())
                .filter(Deed.Report.class::isInstance)
                .map(Deed.Report.class::cast)
                .toList();

        assertThat(reports.stream().map(Deed.Report::reason).collect(Collectors.toSet()))
                .contains("Unwell", "An ear infection, antibiotics from the surgery");
        assertThat(reports)
                .anyMatch(r -> r.expectedReturn().isEmpty())
                .anyMatch(r -> r.expectedReturn().isPresent());
        assertThat(reports)
                .allSatisfy(
                        r -> assertThat(r.expectedReturn().map(r.from()::until).map(Period::isNegative))
                                .isNotEqualTo(Optional.of(true)));
        assertThat(reports.stream()
                        .map(Deed.Report::reporter)
                        .map(Reporter::relationship)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    private static Stream<Spell> spells(LivedTerm term, Story story) {
        return term.spells().stream().filter(spell -> spell.story().equals(Optional.of(story)));
    }

    /** The registers in which the pupil is first entered N while the absence lasts. */
    private static Set<RegisterId> unexplained(LivedTerm term, Spell spell) {
        Set<RegisterId> registers = new HashSet<>();
        for (Action action : term.term().actions()) {
            if (action instanceof Action.TakeRegister taken
                    && spell.covers(taken.register().session())
                    && taken.marks().stream()
                            .anyMatch(mark -> mark.pupil().equals(spell.pupil())
                                    && mark.code().equals("N"))) {
                registers.add(taken.register());
            }
        }
        return registers;
    }

    private static Instant at(Object happening) {
        return happening instanceof Action action ? action.at() : ((Deed) happening).at();
    }
}
