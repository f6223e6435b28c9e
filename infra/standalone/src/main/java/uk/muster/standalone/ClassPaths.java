package uk.muster.standalone;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the programs are: each module's jar with what it runs on beside it, in {@code target/lib}.
 *
 * @param home the folder of the repository
 */
record ClassPaths(Path home) {

    private static final Path OWN = ownPlace();

    /** The repository that {@code muster.home} names, or else the one that these classes were built in. */
    static ClassPaths find() {
        var named = System.getProperty("muster.home");
        if (named != null) {
            return new ClassPaths(Path.of(named).toAbsolutePath().normalize());
        }
        for (var folder = OWN; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("muster")) && Files.exists(folder.resolve("command-service"))) {
                return new ClassPaths(folder);
            }
        }
        throw new LaunchProblem("Muster's own folder is not above %s: start it with ./muster up.".formatted(OWN));
    }

    /**
     * The class path of a program: its jar, its libraries and, for {@link Tied}, this module.
     *
     * @param module its folder, from {@link #home}
     * @throws LaunchProblem when it is not built
     */
    String of(String module) {
        var target = home.resolve(module).resolve("target");
        return String.join(
                File.pathSeparator,
                jar(target, Path.of(module).getFileName().toString()),
                target.resolve("lib") + "/*",
                OWN.toString());
    }

    private static String jar(Path target, String module) {
        try (Stream<Path> jars = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return jars.map(Path::toString)
                    .filter(file -> file.matches(".*/" + module + "-[0-9][^/]*(?<!-tests|-sources|-javadoc)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new LaunchProblem(
                            "%s is not built: start Muster with ./muster up, which builds it.".formatted(module)));
        } catch (IOException e) {
            throw new LaunchProblem("%s cannot be read.".formatted(target), e);
        }
    }

    /** The folder that this module was built into, also when a copy of its jar runs from another module's libraries. */
    static Path ownTarget() {
        var folder = OWN.getParent();
        return folder.endsWith("lib") ? find().home().resolve("infra/standalone/target") : folder;
    }

    /** The class path of this module's own programs. */
    static String own() {
        return Files.isDirectory(OWN)
                ? System.getProperty("java.class.path")
                : jar(ownTarget(), "standalone") + File.pathSeparator
                        + ownTarget().resolve("lib") + "/*";
    }

    private static Path ownPlace() {
        try {
            return Path.of(ClassPaths.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
