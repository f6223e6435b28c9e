package uk.muster.query.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.store.Fact;

/**
 * A school with all its pupils, those gone included, and their marks from a day on. One thread at a time tells it of facts; any number read it
 * meanwhile, each pupil as they were before a batch or after it.
 */
public final class Sheet {

    private final Urn urn;
    private final LocalDate from;
    private final Map<PupilNumber, SheetPupil> pupils = new ConcurrentHashMap<>();
    private final List<Fact> ofSchool = new ArrayList<>();
    private volatile @Nullable School school;
    private long position;

    /** @param from the first day whose marks are kept */
    Sheet(Urn urn, LocalDate from) {
        this.urn = urn;
        this.from = from;
    }

    public Urn urn() {
        return urn;
    }

    /** The first day whose marks are here. */
    public LocalDate from() {
        return from;
    }

    /**
     * The school as it stands.
     *
     * @throws IllegalStateException for a sheet that was never given out
     */
    public School school() {
        return known().orElseThrow(() -> new IllegalStateException("The school of a sheet is known."));
    }

    /** Every pupil who ever was on roll, in no order. */
    public Collection<SheetPupil> pupils() {
        return Collections.unmodifiableCollection(pupils.values());
    }

    public Optional<SheetPupil> pupil(PupilNumber number) {
        return Optional.ofNullable(pupils.get(number));
    }

    Optional<School> known() {
        return Optional.ofNullable(school);
    }

    /**
     * Takes up what was recorded. Facts up to the last position taken up are passed over, so that what comes twice changes nothing.
     *
     * @param facts of the school, its pupils and registers, in the order of their positions
     */
    synchronized void apply(Iterable<Fact> facts) {
        Batch batch = new Batch();
        for (Fact fact : facts) {
            if (fact.position() > position) {
                position = fact.position();
                batch.take(fact);
            }
        }
        batch.publish();
    }

    /** What a batch changes, held back until all of it is known so that each pupil changes once. */
    private final class Batch {

        private final Map<PupilNumber, PupilState> states = new HashMap<>();
        private final Map<PupilNumber, Marks.Editor> editors = new HashMap<>();
        private boolean schoolChanged;

        void take(Fact fact) {
            MusterEvent event = fact.read();
            switch (event) {
                case SchoolEvent _ -> {
                    ofSchool.add(fact);
                    schoolChanged = true;
                }
                case PupilEvent e -> states.put(e.pupil(), PupilState.evolve(state(e.pupil()), e));
                case RegisterEvent e -> {
                    if (!e.register().session().date().isBefore(from)) {
                        Entering.into(e, this::editor);
                    }
                }
                case AbsenceEvent _, RetentionEvent _ -> {}
            }
        }

        void publish() {
            if (schoolChanged) {
                school = Schools.fold(ofSchool).orElse(null);
            }
            School now = school;
            if (now == null) {
                return;
            }
            if (schoolChanged) {
                pupils.replaceAll((_, pupil) -> pupil.in(now));
            }
            states.keySet().forEach(number -> pupils.put(number, changed(now, number)));
            editors.keySet().stream()
                    .filter(number -> !states.containsKey(number))
                    .forEach(number -> pupils.put(number, changed(now, number)));
        }

        private SheetPupil changed(School now, PupilNumber number) {
            SheetPupil before = pupils.get(number);
            Marks.Editor editor = editors.get(number);
            PupilState state = state(number);
            if (state == null) {
                throw new IllegalStateException("A mark of a pupil who was never admitted was met.");
            }
            Marks kept = before == null ? Marks.NONE : before.marks();
            return new SheetPupil(now, state, editor == null ? kept : editor.done());
        }

        private @Nullable PupilState state(PupilNumber number) {
            PupilState changed = states.get(number);
            SheetPupil before = pupils.get(number);
            return changed != null || before == null ? changed : before.state();
        }

        /** Null for a pupil nobody knows, whose marks are asked for nowhere. */
        private Marks.@Nullable Editor editor(PupilNumber number) {
            Marks.Editor editor = editors.get(number);
            if (editor == null && state(number) != null) {
                SheetPupil before = pupils.get(number);
                editor = (before == null ? Marks.NONE : before.marks()).edit();
                editors.put(number, editor);
            }
            return editor;
        }
    }
}
