package uk.muster.verifier;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Opens pupils' numbers: the first 15 bytes, in base64url, of SHA-256(salt ‖ urn ‖ "/" ‖ the MIS's id). A pupil stands in hundreds of registers
 * with the same proof, so the last ones that held are kept.
 */
final class PupilNumbers {

    private static final int NUMBER_BYTES = 15;
    private static final int KEPT = 1 << 16;

    private final @Nullable Opened[] opened = new @Nullable Opened[KEPT];
    private final MessageDigest sha256 = Sha256.digest();

    /** Whether a number of a school stands for a pupil's id, under the salt that a proof gives. */
    boolean opens(byte[] number, byte[] urn, byte[] id, Proofs proofs, int proof) throws Fault {
        Opened one = new Opened(number, urn, proofs.saltText(proof), id);
        int place = Arrays.hashCode(number) & KEPT - 1;
        Opened known = opened[place];
        if (known != null && known.same(one)) {
            return true;
        }
        sha256.update(proofs.salt(proof));
        sha256.update(urn);
        sha256.update((byte) '/');
        sha256.update(id);
        byte[] is = Base64.getUrlEncoder().encode(Arrays.copyOf(sha256.digest(), NUMBER_BYTES));
        if (!Arrays.equals(is, number)) {
            return false;
        }
        opened[place] = one;
        return true;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by same
    private record Opened(byte[] number, byte[] urn, byte[] salt, byte[] id) {

        boolean same(Opened other) {
            return Arrays.equals(number, other.number)
                    && Arrays.equals(salt, other.salt)
                    && Arrays.equals(id, other.id)
                    && Arrays.equals(urn, other.urn);
        }
    }
}
