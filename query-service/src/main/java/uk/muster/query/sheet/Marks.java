package uk.muster.query.sheet;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;

/**
 * Every mark that registers hold of a pupil, as it stands: nine bytes each, 3.4 kB for a year. In order of session; where the registers of
 * two groups hold marks of one session, in the order in which these were first recorded. Immutable.
 */
public final class Marks {

    /** No mark. */
    public static final Marks NONE = new Marks(new int[0], new byte[0], new short[0], new short[0], new GroupId[0]);

    static final int NO_MINUTES = -1;

    private final int[] sessions;
    private final byte[] codes;
    private final short[] minutes;
    private final short[] groups;
    private final GroupId[] groupNames;

    private Marks(int[] sessions, byte[] codes, short[] minutes, short[] groups, GroupId[] groupNames) {
        this.sessions = sessions;
        this.codes = codes;
        this.minutes = minutes;
        this.groups = groups;
        this.groupNames = groupNames;
    }

    /** The marks that some registers hold of a pupil. */
    public static Marks of(PupilNumber pupil, Collection<RegisterEvent> inOrder) {
        Editor editor = NONE.edit();
        for (RegisterEvent event : inOrder) {
            Entering.of(pupil, event, editor);
        }
        return editor.done();
    }

    int size() {
        return sessions.length;
    }

    int ordinal(int place) {
        return sessions[place];
    }

    AttendanceCode code(int place) {
        return Codes.of(codes[place]);
    }

    int minutesLate(int place) {
        return minutes[place];
    }

    GroupId group(int place) {
        return groupNames[groups[place]];
    }

    Editor edit() {
        return new Editor(this);
    }

    /** Marks being changed; of one thread. */
    static final class Editor {

        private int size;
        private int[] sessions;
        private byte[] codes;
        private short[] minutes;
        private short[] groups;
        private GroupId[] groupNames;

        private Editor(Marks marks) {
            size = marks.size();
            int room = size + 4;
            sessions = Arrays.copyOf(marks.sessions, room);
            codes = Arrays.copyOf(marks.codes, room);
            minutes = Arrays.copyOf(marks.minutes, room);
            groups = Arrays.copyOf(marks.groups, room);
            groupNames = marks.groupNames;
        }

        /** Enters a mark where that group's register of the session has none; what was entered first stays. */
        void enter(int session, GroupId group, String code, @Nullable Integer minutesLate) {
            if (find(session, group) < 0) {
                int place = after(session);
                makeRoom(place);
                sessions[place] = session;
                groups[place] = numberOf(group);
                set(place, code, minutesLate);
            }
        }

        /** @throws IllegalStateException when there is no mark to amend */
        void amend(int session, GroupId group, String code, @Nullable Integer minutesLate) {
            int place = find(session, group);
            if (place < 0) {
                throw new IllegalStateException("An amendment without an entry was met in a register.");
            }
            set(place, code, minutesLate);
        }

        Marks done() {
            return new Marks(
                    Arrays.copyOf(sessions, size),
                    Arrays.copyOf(codes, size),
                    Arrays.copyOf(minutes, size),
                    Arrays.copyOf(groups, size),
                    groupNames);
        }

        private void set(int place, String code, @Nullable Integer minutesLate) {
            codes[place] = Codes.byteOf(code);
            minutes[place] = (short) (minutesLate == null ? NO_MINUTES : minutesLate);
        }

        private int find(int session, GroupId group) {
            for (int place = after(session) - 1; place >= 0 && sessions[place] == session; place--) {
                if (groupNames[groups[place]].equals(group)) {
                    return place;
                }
            }
            return -1;
        }

        /** The place after the last mark of a session, or where its first belongs. Most come in order, so it is looked for from the end. */
        private int after(int session) {
            if (size == 0 || sessions[size - 1] <= session) {
                return size;
            }
            int found = Arrays.binarySearch(sessions, 0, size, session);
            if (found < 0) {
                return -found - 1;
            }
            int place = found;
            while (place < size && sessions[place] == session) {
                place++;
            }
            return place;
        }

        private void makeRoom(int place) {
            if (size == sessions.length) {
                int room = size + (size >> 1) + 4;
                sessions = Arrays.copyOf(sessions, room);
                codes = Arrays.copyOf(codes, room);
                minutes = Arrays.copyOf(minutes, room);
                groups = Arrays.copyOf(groups, room);
            }
            int moved = size - place;
            System.arraycopy(sessions, place, sessions, place + 1, moved);
            System.arraycopy(codes, place, codes, place + 1, moved);
            System.arraycopy(minutes, place, minutes, place + 1, moved);
            System.arraycopy(groups, place, groups, place + 1, moved);
            size++;
        }

        private short numberOf(GroupId group) {
            int number = Arrays.asList(groupNames).indexOf(group);
            if (number < 0) {
                number = groupNames.length;
                groupNames = Arrays.copyOf(groupNames, number + 1);
                groupNames[number] = group;
            }
            return (short) number;
        }
    }
}
