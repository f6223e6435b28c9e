package uk.muster.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Java's ahead-of-time caches of the programs (JEP 483 and 514), which halve the time to start. The build makes them by one start for rehearsal; Java
 * itself goes without one that is not of the same Java and the same jars.
 *
 * @param folder where they lie, a file for each program
 * @param recording whether this is the rehearsal
 */
record StartCaches(Path folder, boolean recording) {

    static StartCaches of(ClassPaths classPaths, boolean recording) {
        return new StartCaches(classPaths.home().resolve("target/start-caches"), recording);
    }

    /** What a program is started with; nothing where there is no cache. */
    List<String> options(String program) {
        var cache = folder.resolve(program + ".aot");
        if (recording) {
            return List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot*=off");
        }
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off") : List.of();
    }
}
