package uk.muster.kernel.penalty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A block of what a notice to improve says (national framework; KTS-72). */
public enum NoticeBlock {
    ATTENDANCE_RECORD("the attendance record and the offences"),
    BENEFITS("the benefits of attendance and the duty of Education Act 1996 s7"),
    SUPPORT_GIVEN("the support given so far"),
    FURTHER_SUPPORT("the further support offered"),
    WARNING("that a penalty notice may follow, and what improvement is enough"),
    TIMEFRAME("the improvement period"),
    EARLIER_PENALTY("on what grounds a penalty may come before its end");

    private final String meaning;

    NoticeBlock(String meaning) {
        this.meaning = meaning;
    }

    /** As callers name it: {@code attendance_record}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the block tells the parent, to follow "says". */
    public String meaning() {
        return meaning;
    }

    public static Optional<NoticeBlock> ofId(String id) {
        return Stream.of(values()).filter(block -> block.id().equals(id)).findFirst();
    }

    /** Every id, in the order of the notice. */
    public static List<String> ids() {
        return Stream.of(values()).map(NoticeBlock::id).toList();
    }
}
