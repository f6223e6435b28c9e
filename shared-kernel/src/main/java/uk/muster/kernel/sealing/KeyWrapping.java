package uk.muster.kernel.sealing;

import javax.crypto.SecretKey;

/**
 * Wraps data keys, so that they can lie in a database and be of no use there. {@link MasterKeyFile} does it with a key in a file; whoever keeps the master
 * key in a service of its own (a KMS or HSM) implements these two methods with its calls to wrap and unwrap 32 bytes.
 */
public interface KeyWrapping {

    /** The key wrapped by the newest master key. */
    byte[] wrap(SecretKey dataKey);

    /** @throws IllegalStateException when the key was wrapped by a master key that is not at hand */
    SecretKey unwrap(byte[] wrapped);
}
