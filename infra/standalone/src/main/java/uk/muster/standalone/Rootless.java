package uk.muster.standalone;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How a program that refuses root's rights is started by root.
 *
 * @param prefix goes before the program on the command line
 * @param owner the user id that must own the program's data folder, where it is not that of this process
 */
record Rootless(List<String> prefix, OptionalInt owner) {

    private static final int NOBODY = 65_534;

    private static final List<Rootless> WAYS = List.of(
            // In a user namespace of its own root counts as nobody, and yet owns root's files.
            new Rootless(List.of("unshare", "-U"), OptionalInt.empty()),
            // Where containers forbid that, nobody with the one right to pass through folders that are closed to it.
            new Rootless(
                    List.of(
                            "setpriv",
                            "--reuid=" + NOBODY,
                            "--clear-groups",
                            "--securebits=+no_setuid_fixup",
                            "--inh-caps=+dac_override",
                            "--ambient-caps=+dac_override"),
                    OptionalInt.of(NOBODY)));

    /**
     * The way that works here.
     *
     * @throws LaunchProblem when none does
     */
    static Rootless here() {
        if (!System.getProperty("user.name").equals("root")) {
            return new Rootless(List.of(), OptionalInt.empty());
        }
        return WAYS.stream()
                .filter(Rootless::works)
                .findFirst()
                .orElseThrow(
                        () -> new LaunchProblem(
                                "PostgreSQL does not run as root, and this system lets root neither open a user namespace (unshare -U) nor become nobody (setpriv): start Muster as another user."));
    }

    private boolean works() {
        return Commands.succeeds(
                Stream.concat(prefix.stream(), Stream.of("true")).toList());
    }
}
