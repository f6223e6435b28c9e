package uk.muster.kernel.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** Spells on roll and in groups, held against a diary that is written day by day. */
class PupilStateTest {

    private static final Urn URN = new Urn(900_001);
    private static final PupilNumber PUPIL = new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa");
    private static final Sealed SEALED = new Sealed("1.1.box.commitment");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-09-01");
    private static final int DAYS = 60;
    private static final Placement PLACEMENT =
            new Placement("index", "4", Enrolment.SINGLE, CompulsoryAge.from(LocalDate.parse("2017-11-05")));

    /** What holds on each day from {@link #FIRST_DAY} on; the last day stands for all after it. */
    private static final class Diary {
        private final boolean[] onRoll = new boolean[DAYS];
        private final @Nullable GroupId[] group = new GroupId[DAYS];

        void admit(int from, GroupId to, int groupFrom) {
            Arrays.fill(onRoll, from, DAYS, true);
            Arrays.fill(group, groupFrom, DAYS, to);
        }

        void move(int from, GroupId to) {
            Arrays.fill(group, from, DAYS, to);
        }

        void remove(int last) {
            Arrays.fill(onRoll, last + 1, DAYS, false);
            Arrays.fill(group, last + 1, DAYS, null);
        }
    }

    @Property(tries = 500)
    void everyDayIsAsADiaryHasIt(@ForAll long seed) {
        Random random = new Random(seed);
        Diary diary = new Diary();
        List<PupilEvent> facts = new ArrayList<>();
        int from = random.nextInt(20);
        admit(facts, diary, random, from);
        boolean open = true;
        for (int i = 0; i < 8; i++) {
            if (!open) {
                int last = lastDayOnRoll(diary);
                if (last + 1 >= DAYS - 1) {
                    break;
                }
                from = last + 1 + random.nextInt(Math.min(10, DAYS - 1 - last));
                admit(facts, diary, random, Math.min(from, DAYS - 1));
                from = Math.min(from, DAYS - 1);
                open = true;
            } else if (random.nextInt(3) == 0) {
                int last = from + random.nextInt(DAYS - 1 - from);
                facts.add(new PupilRemovedFromRoll(URN, PUPIL, day(last), "a", SEALED, SEALED));
                diary.remove(last);
                open = false;
            } else {
                int moves = from + random.nextInt(DAYS - from);
                GroupId group = group(random);
                facts.add(new PupilMovedGroup(URN, PUPIL, group, day(moves)));
                diary.move(moves, group);
            }
            if (from >= DAYS - 1) {
                break;
            }
        }
        agrees(fold(facts), diary);
    }

    private static void agrees(PupilState state, Diary diary) {
        for (int i = 0; i < DAYS; i++) {
            assertThat(state.onRoll(day(i))).as("on roll on " + day(i)).isEqualTo(diary.onRoll[i]);
            assertThat(state.groupOn(day(i))).as("group on " + day(i)).isEqualTo(Optional.ofNullable(diary.group[i]));
        }
        assertThat(state.onRoll(FIRST_DAY.plusYears(5))).isEqualTo(diary.onRoll[DAYS - 1]);
        assertThat(state.groupOn(FIRST_DAY.plusYears(5))).isEqualTo(Optional.ofNullable(diary.group[DAYS - 1]));
        for (int i = 1; i < state.groups().size(); i++) {
            assertThat(state.groups().get(i - 1).until())
                    .as("spells are in order and never two on one day")
                    .isNotNull()
                    .isBefore(state.groups().get(i).from());
        }
    }

    private static int lastDayOnRoll(Diary diary) {
        int last = DAYS - 1;
        while (!diary.onRoll[last]) {
            last--;
        }
        return last;
    }

    private static void admit(List<PupilEvent> facts, Diary diary, Random random, int from) {
        int groupFrom = from + random.nextInt(Math.min(3, DAYS - from));
        GroupId group = group(random);
        facts.add(admitted(from, group.value(), groupFrom));
        diary.admit(from, group, groupFrom);
    }

    @Test
    void theFactsOfAPupilBeginWithAnAdmission() {
        assertThatThrownBy(() -> PupilState.evolve(null, new ContactsChanged(URN, PUPIL, SEALED)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void partsThatChangedAreTheLatestAndTheRestStays() {
        Sealed details = new Sealed("1.1.details.c");
        Sealed contacts = new Sealed("1.1.contacts.c");
        Sealed flags = new Sealed("1.1.flags.c");
        Placement dual =
                new Placement("other", "5", Enrolment.SUBSIDIARY, CompulsoryAge.from(LocalDate.parse("2016-11-05")));
        PupilState state = fold(List.of(
                admitted(0, "3A", 0),
                new PupilDetailsChanged(URN, PUPIL, dual, details),
                new ContactsChanged(URN, PUPIL, contacts),
                new VulnerabilityFlagsChanged(URN, PUPIL, flags)));
        assertThat(state.placement()).isEqualTo(dual);
        assertThat(state.details()).isEqualTo(details);
        assertThat(state.contacts()).isEqualTo(contacts);
        assertThat(state.flags()).isEqualTo(flags);
        assertThat(state.identity()).isEqualTo(SEALED);
        assertThat(state.groupOn(day(0))).contains(new GroupId("3A"));
    }

    @Test
    void earlierSessionsOutlastANewSpell() {
        EarlierSessionsImported imported = new EarlierSessionsImported(URN, PUPIL, SEALED, List.of(), SEALED);
        PupilState state = fold(List.of(
                admitted(0, "3A", 0),
                imported,
                new PupilRemovedFromRoll(URN, PUPIL, day(5), "a", SEALED, SEALED),
                admitted(10, "3B", 10)));
        assertThat(state.earlierSessions()).isEqualTo(imported);
        assertThat(state.roll())
                .containsExactly(new RollSpell(day(0), day(5), "a"), new RollSpell(day(10), null, null));
        assertThat(state.openSpell()).contains(new RollSpell(day(10), null, null));
    }

    @Test
    void anAdmissionWithALaterGroupIsOnRollWithoutOne() {
        PupilState state = fold(List.of(admitted(0, "3A", 3)));
        assertThat(state.onRoll(day(2))).isTrue();
        assertThat(state.groupOn(day(2))).isEmpty();
        assertThat(state.groupOn(day(3))).contains(new GroupId("3A"));
    }

    private static PupilState fold(List<PupilEvent> facts) {
        PupilState state = PupilState.evolve(null, facts.getFirst());
        for (PupilEvent each : facts.subList(1, facts.size())) {
            state = PupilState.evolve(state, each);
        }
        return state;
    }

    private static PupilAdmitted admitted(int from, String group, int groupFrom) {
        return new PupilAdmitted(
                URN, PUPIL, SEALED, PLACEMENT, SEALED, SEALED, SEALED, day(from), new GroupId(group), day(groupFrom));
    }

    private static GroupId group(Random random) {
        return new GroupId("3" + (char) ('A' + random.nextInt(4)));
    }

    private static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number);
    }
}
