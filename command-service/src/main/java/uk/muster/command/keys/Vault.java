package uk.muster.command.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Upn;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.kernel.sealing.KeyMaker;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.kernel.sealing.Sealer;
import uk.muster.kernel.sealing.Unsealer;

/** Seals what a command brings that is personal, under the key of this academic year, and opens what was sealed before. */
public final class Vault {

    /** The index key is one for all years: a child is to be found again whenever they come. */
    private static final AcademicYear ALL_YEARS = new AcademicYear(1990);

    private final Sealer sealer;
    private final Unsealer unsealer;
    private final KeyMaker keys;
    private final SecureRandom random;
    private final InstantSource clock;

    public <K extends KeyMaker & KeyFinder> Vault(K keys, SecureRandom random, InstantSource clock) {
        this.sealer = new Sealer(keys, random);
        this.unsealer = new Unsealer(keys);
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** Seals what is about a pupil. */
    public Sealed seal(PupilNumber pupil, String text) {
        return sealer.seal(KeySubject.ofPupil(pupil), thisYear(), text);
    }

    /** Seals what is about a school's staff. */
    public Sealed seal(Urn school, String text) {
        return sealer.seal(KeySubject.ofSchool(school), thisYear(), text);
    }

    /** Seals what is about a pupil, as JSON. */
    public Sealed sealJson(PupilNumber pupil, Object value) {
        return seal(pupil, KernelJson.mapper().writeValueAsString(value));
    }

    /** Seals what is about a school's staff, as JSON. */
    public Sealed sealJson(Urn school, Object value) {
        return seal(school, KernelJson.mapper().writeValueAsString(value));
    }

    public Optional<Sealed> sealOptional(PupilNumber pupil, Optional<String> text) {
        return text.map(each -> seal(pupil, each));
    }

    /** The text, or empty when it was erased. */
    public Optional<String> open(Sealed sealed) {
        return unsealer.open(sealed);
    }

    public <T> Optional<T> openJson(Sealed sealed, Class<T> type) {
        return open(sealed).map(json -> KernelJson.mapper().readValue(json, type));
    }

    public <T> Optional<T> openJson(Sealed sealed, TypeReference<T> type) {
        return open(sealed).map(json -> KernelJson.mapper().readValue(json, type));
    }

    /** The same text sealed under the key of another year; as it is where it was erased. */
    public Sealed carried(PupilNumber pupil, AcademicYear recordedIn, Sealed sealed) {
        return open(sealed)
                .map(text -> sealer.seal(KeySubject.ofPupil(pupil), recordedIn, text))
                .orElse(sealed);
    }

    /** Whether a text about a pupil lies under their key of a year; there must be one. */
    public boolean isUnder(Sealed sealed, PupilNumber pupil, AcademicYear recordedIn) {
        return sealed.keyNumber()
                == keys.keyOf(KeySubject.ofPupil(pupil), recordedIn).number();
    }

    /** Whether a text of a school's staff lies under its key of a year; there must be one. */
    public boolean isUnder(Sealed sealed, Urn school, AcademicYear recordedIn) {
        return sealed.keyNumber()
                == keys.keyOf(KeySubject.ofSchool(school), recordedIn).number();
    }

    /** The year that is being recorded in. */
    public AcademicYear year() {
        return thisYear();
    }

    /** Whether a sealed text says the same as a plain one; both may be absent. What was erased says nothing. */
    public boolean says(@Nullable Sealed sealed, Optional<String> text) {
        return sealed == null ? text.isEmpty() : open(sealed).equals(text);
    }

    /** HMAC-SHA-256 of a UPN in base64url: the same child gives the same index in every school, and the index gives no child. */
    public String indexOf(Upn upn) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.keyOf(KeySubject.ofIndex(), ALL_YEARS).key());
            byte[] index = mac.doFinal(("upn:" + upn.value()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(index);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", e);
        }
    }

    /** Salt for a new pupil number. */
    public byte[] newSalt() {
        byte[] salt = new byte[PupilNumber.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private AcademicYear thisYear() {
        return AcademicYear.of(London.dateOf(clock.instant()));
    }
}
