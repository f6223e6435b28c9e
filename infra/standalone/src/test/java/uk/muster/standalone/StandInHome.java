package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import uk.muster.command.CommandService;
import uk.muster.identity.IdentityProvider;
import uk.muster.query.QueryService;

/** A folder laid out as the built repository is, with {@link StandIn}s for services. */
final class StandInHome {

    private StandInHome() {}

    static ClassPaths in(Path home) throws IOException {
        module(home, "command-service", List.of(CommandService.class, StandIn.class));
        module(home, "query-service", List.of(QueryService.class, StandIn.class));
        module(home, "infra/identity", List.of(IdentityProvider.class, StandIn.class));
        return new ClassPaths(home);
    }

    /** A home whose services have no main class and so end as soon as they begin. */
    static ClassPaths brokenIn(Path home) throws IOException {
        module(home, "command-service", List.of());
        module(home, "query-service", List.of());
        module(home, "infra/identity", List.of());
        return new ClassPaths(home);
    }

    private static void module(Path home, String name, List<Class<?>> classes) throws IOException {
        var target = Files.createDirectories(home.resolve(name).resolve("target"));
        Files.createDirectories(target.resolve("lib"));
        try (var jar = new JarOutputStream(
                Files.newOutputStream(target.resolve(Path.of(name).getFileName() + "-1.0.0-SNAPSHOT.jar")))) {
            for (var type : classes) {
                var entry = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (var code = type.getClassLoader().getResourceAsStream(entry)) {
                    code.transferTo(jar);
                }
            }
            jar.putNextEntry(new JarEntry("META-INF/"));
        }
    }
}
