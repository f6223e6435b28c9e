package uk.muster.query.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;

/**
 * What an answer shows.
 *
 * @param register of one register
 * @param group of a class's page, with {@code from} and {@code to}
 * @param asOf of what was known then; null for now
 * @param pupils of whom; none for what is of the whole school
 */
public record Look(
        Kind kind,
        Urn urn,
        @Nullable RegisterId register,
        @Nullable GroupId group,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant asOf,
        Collection<PupilNumber> pupils) {

    public Look {
        pupils = List.copyOf(pupils);
    }

    /** @param asOf {@link Instant#MAX} for now */
    public static Look ofPupil(Kind kind, Urn urn, PupilNumber pupil, Instant asOf) {
        return new Look(kind, urn, null, null, null, null, orNull(asOf), List.of(pupil));
    }

    /**
     * @param asOf {@link Instant#MAX} for now
     * @param pupils with a special-category code
     */
    public static Look ofRegister(RegisterId register, Instant asOf, Collection<PupilNumber> pupils) {
        return new Look(Kind.REGISTER, register.urn(), register, null, null, null, orNull(asOf), pupils);
    }

    /**
     * @param from,to first and last day, both inclusive
     * @param asOf {@link Instant#MAX} for now
     * @param pupils with a special-category code
     */
    public static Look ofClass(
            Urn urn, GroupId group, LocalDate from, LocalDate to, Instant asOf, Collection<PupilNumber> pupils) {
        return new Look(Kind.CLASS_PAGE, urn, null, group, from, to, orNull(asOf), pupils);
    }

    /** The auditor's replay of one register. */
    public static Look ofReplay(RegisterId register) {
        return new Look(Kind.REPLAY, register.urn(), register, null, null, null, null, List.of());
    }

    /** Of the whole school. */
    public static Look ofSchool(Kind kind, Urn urn) {
        return new Look(kind, urn, null, null, null, null, null, List.of());
    }

    private static @Nullable Instant orNull(Instant asOf) {
        return asOf.equals(Instant.MAX) ? null : asOf;
    }
}
