package uk.muster.standalone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that brings them for this machine's kind. */
public final class PostgresPrograms {

    private final Path folder;
    private final Rootless rootless;

    private PostgresPrograms(Path folder, Rootless rootless) {
        this.folder = folder;
        this.rootless = rootless;
    }

    /**
     * The programs beside this module's build, for all instances to share; in the data folder where that is closed to us.
     *
     * @throws LaunchProblem when root runs this and cannot shed its rights
     */
    static PostgresPrograms forThisMachine(DataFolder data) {
        boolean shared = Files.isDirectory(besideBuild()) || Files.isWritable(ClassPaths.ownTarget());
        var folder =
                shared ? besideBuild() : data.postgresql().resolve(besideBuild().getFileName());
        return new PostgresPrograms(folder, Rootless.here());
    }

    private static Path besideBuild() {
        return ClassPaths.ownTarget()
                .resolve("postgresql-" + Postgres.resource("postgresql.version").strip());
    }

    /** Unpacks the programs where instances will look for them, so that the first start need not. */
    public static void main(String[] arguments) throws IOException {
        unpackTo(besideBuild());
    }

    /** Unpacks the programs unless they are there. */
    void unpack() throws IOException {
        unpackTo(folder);
    }

    /** The folder gets its name last, so one that is there is whole; of two that unpack at once the first wins. */
    private static void unpackTo(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var fresh = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "unpacking");
        try (var packed = packed();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.getName().endsWith(".a")) {
                    unpack(entry, tar, fresh);
                }
            }
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            DataFolder.delete(fresh);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("An entry would leave the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream packed() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "/postgres-%s-%s.txz".formatted(system, processor);
        var packed = PostgresPrograms.class.getResourceAsStream(name);
        if (packed == null) {
            throw new LaunchProblem(
                    "Muster was built without PostgreSQL for this machine (%s): build it here again with ./muster up, or use docker-compose.yml."
                            .formatted(name));
        }
        return packed;
    }

    /** The command line of a program, without root's rights, which PostgreSQL refuses. */
    List<String> command(String program, List<String> arguments) {
        var command =
                Stream.concat(Stream.of(folder.resolve("bin").resolve(program).toString()), arguments.stream());
        return Stream.concat(rootless.prefix().stream(), command).toList();
    }

    /** Gives an empty folder to the user that the programs run as. */
    void own(Path emptyFolder) throws IOException {
        var owner = rootless.owner();
        if (owner.isPresent()) {
            Files.setAttribute(emptyFolder, "unix:uid", owner.getAsInt());
        }
    }
}
