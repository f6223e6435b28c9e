package uk.muster.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Bytes and how they are written. All reading is strict: there is one way to write each value, so that no letter can be altered unseen. */
final class Bytes {

    private static final int UUID_LENGTH = 36;

    private Bytes() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Bytes written in hexadecimal, in small letters. */
    static byte[] hex(byte[] text, int length) throws Fault {
        if (text.length != 2 * length) {
            throw new Fault("a hash is not " + length + " bytes in hexadecimal");
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (digit(text[2 * i]) << 4 | digit(text[2 * i + 1]));
        }
        return bytes;
    }

    /** Bytes written in base64 with padding. */
    static byte[] base64(byte[] text) throws Fault {
        return strictly(Base64.getDecoder(), Base64.getEncoder(), text, text.length % 4 == 0);
    }

    /** Bytes written in base64url without padding. */
    static byte[] base64Url(byte[] text) throws Fault {
        return strictly(Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding(), text, true);
    }

    /** A UUID in its usual form, in small letters. */
    static UUID uuid(byte[] text) throws Fault {
        if (text.length != UUID_LENGTH) {
            throw new Fault("its id is no UUID");
        }
        long most = 0;
        long least = 0;
        for (int i = 0; i < UUID_LENGTH; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (text[i] != '-') {
                    throw new Fault("its id is no UUID");
                }
            } else if (i < 18) {
                most = most << 4 | digit(text[i]);
            } else {
                least = least << 4 | digit(text[i]);
            }
        }
        return new UUID(most, least);
    }

    private static byte[] strictly(Base64.Decoder decoder, Base64.Encoder encoder, byte[] text, boolean whole)
            throws Fault {
        try {
            byte[] bytes = decoder.decode(text);
            int full = bytes.length / 3 * 3;
            byte[] tail = encoder.encode(Arrays.copyOfRange(bytes, full, bytes.length));
            if (whole && Arrays.equals(tail, 0, tail.length, text, full / 3 * 4, text.length)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below, for both.
        }
        throw new Fault("what should be base64 is not");
    }

    private static int digit(byte letter) throws Fault {
        if (letter >= '0' && letter <= '9') {
            return letter - '0';
        }
        if (letter >= 'a' && letter <= 'f') {
            return letter - 'a' + 10;
        }
        throw new Fault("what should be hexadecimal is not");
    }
}
