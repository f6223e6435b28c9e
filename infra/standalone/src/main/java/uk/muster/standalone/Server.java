package uk.muster.standalone;

import java.io.IOException;

/** One program of the instance, as its {@link Keeper} sees it. */
interface Server {

    /** Short and fixed: names the log, the process file and the lines on the screen. */
    String name();

    /** Makes what the program needs; called once, before its first start. */
    default void prepare() throws IOException, InterruptedException {}

    /** The command with its environment, input and output left to the keeper. */
    ProcessBuilder command() throws IOException;

    /** Whether that process does its work now. Asked many times a second until it does. */
    boolean answers(ProcessHandle process);

    /** Asks for a clean end, which need not have come when this returns. */
    default void askToEnd(ProcessHandle process) {
        process.destroy();
    }
}
