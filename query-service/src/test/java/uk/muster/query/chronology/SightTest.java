package uk.muster.query.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.http.identity.SchoolScope;

class SightTest {

    /** An auditor reads special categories in registers, but no chronology, so that the role adds no notes to an officer's. */
    @ParameterizedTest
    @CsvSource({
        "ATTENDANCE_OFFICER, ATTENDANCE_OFFICER, false, false",
        "ATTENDANCE_OFFICER, AUDITOR, true, false",
        "ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, true, true",
        "HEAD, HEAD, true, true"
    })
    void followsFromTheRoles(Role one, Role other, boolean special, boolean safeguarding) {
        Caller caller = new Caller("tests", EnumSet.of(one, other), new SchoolScope.Listed(Set.of()));
        assertThat(Sight.of(caller)).isEqualTo(new Sight(special, safeguarding));
    }
}
