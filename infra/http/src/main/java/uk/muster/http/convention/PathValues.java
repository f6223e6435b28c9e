package uk.muster.http.convention;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.format.FormatterRegistry;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.TrustId;
import uk.muster.kernel.identity.Urn;

/** What controllers may take as path variables, parameters and headers. A text that does not read as its type is malformed (400). */
public final class PathValues {

    private PathValues() {}

    public static void register(FormatterRegistry registry) {
        registry.addConverter(String.class, AcademicYear.class, AcademicYear::parse);
        registry.addConverter(String.class, ContactId.class, ContactId::new);
        registry.addConverter(String.class, GroupId.class, GroupId::new);
        registry.addConverter(String.class, Instant.class, PathValues::instant);
        registry.addConverter(String.class, LocalDate.class, Times::date);
        registry.addConverter(String.class, MusterPosition.class, MusterPosition::parse);
        registry.addConverter(String.class, PageLimit.class, PageLimit::parse);
        registry.addConverter(String.class, PupilId.class, PupilId::new);
        registry.addConverter(String.class, SessionHalf.class, SessionHalf::valueOf);
        registry.addConverter(String.class, TrustId.class, TrustId::new);
        registry.addConverter(String.class, Urn.class, Urn::parse);
    }

    /** In a query an offset's plus sign that was not escaped arrives as a space. */
    private static Instant instant(String text) {
        return Times.instant(text.replace(' ', '+'));
    }
}
