package uk.muster.kernel.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** What is sealed is read by the holder of the key and by nobody else, and not at all once the key is destroyed. */
class SealingTest {

    private static final AcademicYear YEAR = new AcademicYear(2026);
    private static final KeySubject PUPIL = KeySubject.ofPupil(new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa"));
    private static final int NUMBER = 99_999;

    private final Map<Long, SecretKey> keys = new HashMap<>(Map.of((long) NUMBER, key(1)));
    private final Sealer sealer =
            new Sealer((subject, year) -> new DataKey(NUMBER, keys.get((long) NUMBER)), new SecureRandom());
    private final Unsealer unsealer = new Unsealer(number -> Optional.ofNullable(keys.get(number)));

    private static SecretKey key(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return new SecretKeySpec(bytes, "AES");
    }

    private Sealed seal(String text) {
        return sealer.seal(PUPIL, YEAR, text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(300)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    @Property(tries = 300)
    void aTextIsReadAsItWasSealed(@ForAll("texts") String text) {
        assertThat(unsealer.open(seal(text))).contains(text);
    }

    @Property(tries = 100)
    void theSameTextNeverGivesTheSameToken(@ForAll("texts") String text) {
        String[] one = parts(seal(text));
        String[] other = parts(seal(text));
        assertThat(one[2]).isNotEqualTo(other[2]);
        assertThat(one[3]).as("commitment").isNotEqualTo(other[3]);
    }

    @Property(tries = 200)
    void aTokenShowsNothingOfTheText(@ForAll("texts") String text) {
        if (text.length() > 8) {
            String[] parts = parts(seal(text));
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            assertThat(indexOf(Base64.getUrlDecoder().decode(parts[2]), plain)).isNegative();
            assertThat(seal(text).token()).doesNotContain(text);
        }
    }

    @Test
    void aTokenNamesItsFormItsKeyItsBoxAndItsCommitment() {
        String[] parts = parts(seal("Tuition"));
        assertThat(parts).hasSize(4);
        assertThat(parts[0]).isEqualTo("1");
        assertThat(parts[1]).isEqualTo(Integer.toString(NUMBER, 36));
        assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(12 + 16 + "Tuition".length() + 16);
        assertThat(Base64.getUrlDecoder().decode(parts[3])).hasSize(32);
    }

    @Property(tries = 200)
    void anyBitOfABoxThatWasChangedIsFound(@ForAll("texts") String text, @ForAll @IntRange(max = 100_000) int place) {
        String[] parts = parts(seal(text));
        parts[2] = flipped(parts[2], place);
        isRefused(parts);
    }

    @Property(tries = 200)
    void anyBitOfACommitmentThatWasChangedIsFound(
            @ForAll("texts") String text, @ForAll @IntRange(max = 100_000) int place) {
        String[] parts = parts(seal(text));
        parts[3] = flipped(parts[3], place);
        isRefused(parts);
    }

    @Test
    void aBoxUnderTheNumberOfAnotherKeyIsRefusedEvenIfTheKeyIsTheSame() {
        keys.put(7L, key(1));
        String[] parts = parts(seal("Tuition"));
        parts[1] = "7";
        isRefused(parts);
    }

    @Test
    void aBoxUnderAnotherKeyIsRefused() {
        Sealed sealed = seal("Tuition");
        keys.put((long) NUMBER, key(2));
        assertThatIllegalStateException().isThrownBy(() -> unsealer.open(sealed));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        String good = seal("Tuition").token();
        for (String bad : List.of(
                "",
                "Tuition",
                "1.2.3",
                good + ".more",
                good.replaceFirst("1\\.", "2."),
                "1." + Integer.toString(NUMBER, 36) + ".!!!.!!!",
                "1." + Integer.toString(NUMBER, 36) + ".AAAA.AAAA",
                "1.not-a-number.AAAA.AAAA")) {
            assertThatIllegalStateException().as(bad).isThrownBy(() -> unsealer.open(new Sealed(bad)));
        }
    }

    @Property(tries = 50)
    void aTextWhoseKeyWasDestroyedReadsAsEmpty(@ForAll("texts") String text) {
        Sealed sealed = seal(text);
        SecretKey key = keys.remove((long) NUMBER);
        assertThat(unsealer.open(sealed)).isEmpty();
        keys.put((long) NUMBER, key);
    }

    /** Shown the salt, anyone can check the text against the ledger without the key. */
    @Property(tries = 100)
    void theCommitmentIsTheHashOfSaltAndText(@ForAll("texts") String text) throws GeneralSecurityException {
        String[] parts = parts(seal(text));
        byte[] box = Base64.getUrlDecoder().decode(parts[2]);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key(1), new GCMParameterSpec(128, box, 0, 12));
        cipher.updateAAD(("1." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        byte[] salt = Arrays.copyOf(cipher.doFinal(box, 12, box.length - 12), 16);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        assertThat(Base64.getUrlDecoder().decode(parts[3]))
                .isEqualTo(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSealedTextIsNotPrinted() {
        Sealed sealed = seal("Tuition");
        assertThat(sealed.toString()).doesNotContain(sealed.token().substring(4));
    }

    @Test
    void pupilsSchoolsAndTheIndexHaveKeysOfTheirOwn() {
        assertThat(List.of(
                        KeySubject.ofPupil(new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa")),
                        KeySubject.ofPupil(new PupilNumber("Zz8mTq4RcE7hJ2sLfGoB")),
                        KeySubject.ofSchool(new Urn(900_001)),
                        KeySubject.ofIndex()))
                .doesNotHaveDuplicates();
    }

    private void isRefused(String... parts) {
        assertThatIllegalStateException().isThrownBy(() -> unsealer.open(new Sealed(String.join(".", parts))));
    }

    private static String[] parts(Sealed sealed) {
        return sealed.token().split("\\.", -1);
    }

    private static String flipped(String base64, int place) {
        byte[] bytes = Base64.getUrlDecoder().decode(base64);
        bytes[place % bytes.length] ^= (byte) (1 << (place % 8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
