package uk.muster.command.backup;

import org.jspecify.annotations.Nullable;

/** A backup can't be made, is not whole or can't be restored. The message is a sentence for the operator. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupException(String sentence) {
        this(sentence, null);
    }

    BackupException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
