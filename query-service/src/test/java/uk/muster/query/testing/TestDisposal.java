package uk.muster.query.testing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.kernel.sealing.Sealer;

/** The end of the keys of 2026-27 of a school, as the command side writes it: some pupils are carried forward, the others forgotten. */
public record TestDisposal(TestLedger ledger, Urn urn) {

    private static final AcademicYear GOES = new AcademicYear(2026);
    private static final AcademicYear KEPT = new AcademicYear(2032);
    private static final UUID ID = new UUID(0x1234_0000_0000_7000L, 0x9000_0000_0000_0001L);

    /** Seals who a pupil is under the key of a later year. */
    public StoredEvent carryForward(String pupilId, String surname) {
        PupilNumber number = TestLedger.numberOf(urn, pupilId);
        byte[] salt = Arrays.copyOf(pupilId.getBytes(StandardCharsets.US_ASCII), 16);
        return ledger.pupil(new PupilCarriedForward(
                urn,
                number,
                sealed(
                        number,
                        new PupilIdentity(
                                pupilId, Base64.getUrlEncoder().withoutPadding().encodeToString(salt))),
                sealed(
                        number,
                        new PupilDetails("H801200001001", "Ada", surname, LocalDate.of(2017, 5, 3), null, null, null)),
                sealed(number, List.of()),
                sealed(number, List.of("EAL"))));
    }

    private Sealed sealed(PupilNumber number, Object value) {
        return new Sealer(ledger.keys, new SecureRandom())
                .seal(KeySubject.ofPupil(number), KEPT, KernelJson.mapper().writeValueAsString(value));
    }

    /** Destroys the keys of these pupils and of the school's staff, and certifies it. */
    public void of(List<String> pupils, List<String> forgotten) {
        List<PupilNumber> numbers = numbers(pupils);
        Sealed author = new Sealer(ledger.keys, new SecureRandom())
                .seal(KeySubject.ofSchool(urn), KEPT, KernelJson.mapper().writeValueAsString(TestLedger.OFFICER));
        record(new DisposalConfirmed(urn, ID, GOES, 6, numbers, true, author));
        Stream.concat(numbers.stream().map(KeySubject::ofPupil), Stream.of(KeySubject.ofSchool(urn)))
                .forEach(subject -> ledger.keys.destroy(subject, GOES));
        record(new KeysDestroyed(urn, ID, GOES, numbers.size() + 1, numbers(forgotten)));
    }

    private List<PupilNumber> numbers(List<String> pupils) {
        return pupils.stream().map(id -> TestLedger.numberOf(urn, id)).toList();
    }

    private void record(RetentionEvent event) {
        ledger.record(urn + "/retention", urn, event);
    }
}
