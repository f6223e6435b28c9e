package uk.muster.command.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts rows and works out the SHA-256 of what goes through: a row ends with a line feed, of which there is none inside a row. */
final class Measured {

    private final MessageDigest sha256 = newSha256();
    private long rows;

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    long rows() {
        return rows;
    }

    /** In hexadecimal; to be asked for once, at the end. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void measure(byte[] bytes, int from, int length) {
        sha256.update(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                rows++;
            }
        }
    }

    /** To another stream, which stays open. */
    OutputStream to(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int each) throws IOException {
                write(new byte[] {(byte) each}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                measure(bytes, from, length);
                out.write(bytes, from, length);
            }
        };
    }

    /** From another stream. */
    InputStream from(InputStream in) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = in.read(bytes, from, length);
                if (read > 0) {
                    measure(bytes, from, read);
                }
                return read;
            }
        };
    }
}
