package uk.muster.standalone;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something is missing, taken or broken; the message is a sentence that tells the person at the keyboard what to do. */
public final class LaunchProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LaunchProblem(String sentence) {
        super(sentence);
    }

    LaunchProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
