package uk.muster.kernel.sealing;

import javax.crypto.SecretKey;

/** An AES-256 key with the number by which sealed texts name it. */
public record DataKey(long number, SecretKey key) {}
