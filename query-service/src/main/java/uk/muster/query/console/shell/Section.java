package uk.muster.query.console.shell;

import java.util.List;
import java.util.stream.Stream;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;

/** The parts of a school's console, in the order of the navigation. What a caller may not read is not offered. */
public enum Section {
    TODAY("Today", "/today"),
    TASKS("Tasks", "/tasks"),
    REGISTERS("Registers", "/registers"),
    PUPILS("Pupils", "/pupils"),
    AT_RISK("At risk", "/at-risk"),
    PENALTY_WINDOWS("Penalty windows", "/penalty-windows"),
    PUNCTUALITY("Punctuality", "/punctuality"),
    AUDIT("Audit", "/audit/amendments");

    private final String label;
    private final String path;

    Section(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** Those that the caller may read. */
    static List<Section> of(Caller caller) {
        boolean staff = caller.isAny(Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD);
        return Stream.of(values())
                .filter(section -> switch (section) {
                    case TODAY, TASKS, PUPILS, PUNCTUALITY -> staff;
                    case REGISTERS -> staff || caller.isAny(Role.CLASS_TEACHER, Role.AUDITOR);
                    case AT_RISK, PENALTY_WINDOWS -> staff || caller.is(Role.TRUST_EXECUTIVE);
                    case AUDIT -> caller.is(Role.AUDITOR);
                })
                .toList();
    }

    String label() {
        return label;
    }

    /** The audit is of any number of schools, so that one is asked for. */
    String href(Urn urn) {
        return this == AUDIT ? path + "?urn=" + urn : "/schools/" + urn + path;
    }
}
