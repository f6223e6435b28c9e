package uk.muster.command.ledger;

/**
 * The first answer to a request with an {@code Idempotency-Key}; it commits with the events it answers for.
 *
 * @param scopeHash hash of the calling system and the path, within which the key is unique
 * @param key 1 to 255 visible ASCII characters
 * @param bodyHash hash of the request's body, to tell a repetition from another request under the same key
 * @param status HTTP status of the answer
 * @param answer body of the answer; sealed by the caller where it is personal
 */
@SuppressWarnings("ArrayRecordComponent") // hashes and bytes are compared by their owners
public record IdempotencyRecord(byte[] scopeHash, String key, byte[] bodyHash, int status, byte[] answer) {}
