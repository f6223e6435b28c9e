package uk.muster.verifier;

import java.util.Arrays;

/**
 * The proofs of a line: {@code <commitment>.<salt>} for each sealed text that it shows and {@code <pupil number>.<salt>} for each pupil, with
 * one space between.
 */
final class Proofs {

    static final int NONE = -1;
    private static final int SALT_LENGTH = 22;

    private byte[] text = new byte[0];
    private int[] starts = new int[64];
    private int[] dots = new int[64];
    private boolean[] used = new boolean[64];
    private int count;
    private int unused;
    private int hint;

    /** Takes the proofs of the next line. */
    void read(byte[] proofs) throws Fault {
        text = proofs;
        count = 0;
        hint = 0;
        int start = 0;
        while (start < proofs.length) {
            int dot = start;
            while (dot < proofs.length && proofs[dot] != '.' && proofs[dot] != ' ') {
                dot++;
            }
            int end = dot + 1 + SALT_LENGTH;
            boolean last = end == proofs.length;
            if (end > proofs.length
                    || proofs[dot] != '.'
                    || (!last && proofs[end] != ' ')
                    || end + 1 == proofs.length) {
                throw new Fault("its proofs are not as they should be");
            }
            add(start, dot);
            start = end + 1;
        }
        unused = count;
    }

    private void add(int start, int dot) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            dots = Arrays.copyOf(dots, count * 2);
            used = Arrays.copyOf(used, count * 2);
        }
        starts[count] = start;
        dots[count] = dot;
        used[count++] = false;
    }

    /** The proof of a commitment or a pupil number, or {@link #NONE}. They mostly come in the order in which they are asked for. */
    int find(byte[] of, int from, int to) {
        for (int i = 0; i < count; i++) {
            int proof = hint + i < count ? hint + i : hint + i - count;
            if (Arrays.equals(text, starts[proof], dots[proof], of, from, to)) {
                hint = proof;
                if (!used[proof]) {
                    used[proof] = true;
                    unused--;
                    hint = proof + 1 < count ? proof + 1 : 0;
                }
                return proof;
            }
        }
        return NONE;
    }

    /** The salt that a proof gives. */
    byte[] salt(int proof) throws Fault {
        return Bytes.base64Url(saltText(proof));
    }

    /** The same as it is written. */
    byte[] saltText(int proof) {
        return Arrays.copyOfRange(text, dots[proof] + 1, dots[proof] + 1 + SALT_LENGTH);
    }

    /** Whether each of them was asked for, so that the line gives no proof of what it does not show. */
    boolean allUsed() {
        return unused == 0;
    }
}
