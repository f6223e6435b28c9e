package uk.muster.kernel.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document in canonical form (keys sorted, fields that are null left out, no spaces), compressed. A service holds a policy for each of its schools, and as a tree
 * one takes some 60 kB.
 */
public final class PackedJson {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(JsonNodeFeature.WRITE_NULL_PROPERTIES)
            .build();
    private static final int HASH_DIGITS = 16;

    private final byte[] deflated;
    private final String hash;

    private PackedJson(byte[] deflated, String hash) {
        this.deflated = deflated;
        this.hash = hash;
    }

    static PackedJson of(JsonNode json) {
        byte[] canonical = CANONICAL.writeValueAsBytes(json);
        return new PackedJson(deflate(canonical), hash(canonical));
    }

    /** The first 16 hexadecimal digits of the SHA-256 of the canonical form. */
    public String hash() {
        return hash;
    }

    /** The document, a tree of the caller's own. */
    public JsonNode unpack() {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return CANONICAL.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedJson packed && Arrays.equals(deflated, packed.deflated);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return hash;
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
