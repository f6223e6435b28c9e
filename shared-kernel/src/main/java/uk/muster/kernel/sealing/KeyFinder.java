package uk.muster.kernel.sealing;

import java.util.Optional;
import javax.crypto.SecretKey;

/** Finds keys by their number; a destroyed key is not found. */
@FunctionalInterface
public interface KeyFinder {

    Optional<SecretKey> find(long number);
}
