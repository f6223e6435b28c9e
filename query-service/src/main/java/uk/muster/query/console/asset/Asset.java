package uk.muster.query.console.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it is sent.
 *
 * @param path under which it is asked for; the content's hash is in it, so that it may be kept for ever
 * @param zipped the same bytes in gzip
 */
@SuppressWarnings("ArrayRecordComponent") // sent as they are, never compared
record Asset(String path, String type, byte[] bytes, byte[] zipped) {

    static final String ROOT = "/assets/";

    private static final int HASH_BYTES = 8;

    static Asset of(String name, String type, byte[] bytes) {
        return new Asset(ROOT + hash(bytes) + "/" + name, type, bytes, zip(bytes));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
