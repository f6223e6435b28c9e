package uk.muster.kernel.sealing;

/**
 * A text that only the holder of its key can read. The token is {@code 1.<key number, base 36>.<box>.<commitment>}, box and commitment in
 * base64url without padding.
 *
 * <ul>
 *   <li>The box is {@code nonce(12) ‖ AES-256-GCM(salt(16) ‖ UTF-8 text)}, with {@code 1.<key number>} as associated data.
 *   <li>The commitment is {@code SHA-256(salt ‖ UTF-8 text)}: shown the salt, anyone can check the text against the ledger without the key;
 *       once the key is destroyed the salt is gone and the commitment tells nothing.
 * </ul>
 */
public record Sealed(String token) {

    private static final int PARTS = 4;

    /**
     * The number of the key that it is sealed under.
     *
     * @throws IllegalStateException when it is no such token
     */
    public long keyNumber() {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new IllegalStateException("A sealed text of an unknown form was found.");
        }
        try {
            return Long.parseLong(parts[1], Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("A sealed text names no key.", e);
        }
    }

    @Override
    public String toString() {
        return "Sealed[…]";
    }
}
