package uk.muster.standalone;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Runs another main class, tied to the process that started this one: when standard input ends, because the supervisor
 * closed it or was killed, this process ends too. Uses nothing but the JDK, as it stands on every program's class path.
 *
 * <p>Arguments: the main class, then its own arguments.
 */
public final class Tied {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Tied() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().name("supervisor-watch").start(Tied::endWithSupervisor);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            System.exit(1);
        } catch (ReflectiveOperationException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void endWithSupervisor() {
        awaitEndOfInput();
        Thread.ofPlatform().daemon().name("last-resort").start(Tied::haltAfterPatience);
        System.exit(0);
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // The supervisor never writes; whatever comes is of no meaning.
            }
        } catch (IOException e) {
            System.err.println("The supervisor cannot be watched any more: " + e);
        }
    }

    private static void haltAfterPatience() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
