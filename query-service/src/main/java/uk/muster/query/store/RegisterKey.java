package uk.muster.query.store;

import uk.muster.kernel.identity.RegisterId;

/** What a register's document is known by: {@code urn/group/date/session}. The registers of a class lie side by side, as they are read for a child or a week. */
public final class RegisterKey {

    private static final int PARTS = 4;

    private RegisterKey() {}

    public static String of(RegisterId id) {
        return id.urn() + "/" + id.group() + "/" + id.session();
    }

    /**
     * The key of a register's stream.
     *
     * @throws IllegalArgumentException for another stream
     */
    public static String ofStream(String stream) {
        String[] parts = parts(stream);
        return parts[0] + "/" + parts[3] + "/" + parts[1] + "/" + parts[2];
    }

    /** @throws IllegalArgumentException for what is no register's key */
    public static RegisterId parse(String key) {
        String[] parts = parts(key);
        return RegisterId.parse(parts[0] + "/" + parts[2] + "/" + parts[3] + "/" + parts[1]);
    }

    private static String[] parts(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("A register's name and key have four parts.");
        }
        return parts;
    }
}
