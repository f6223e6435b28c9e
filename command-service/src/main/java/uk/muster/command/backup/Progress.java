package uk.muster.command.backup;

/** Is told what is being done, in a sentence each. */
@FunctionalInterface
public interface Progress {

    void say(String sentence);
}
