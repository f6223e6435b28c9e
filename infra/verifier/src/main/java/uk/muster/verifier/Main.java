package uk.muster.verifier;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.NoteKey;

/**
 * {@code java -jar verifier.jar EXPORT [--key FILE] [--against OTHER] [--mark PUPIL/DATE/SESSION]}. Exits with 0 and what was checked, with 1 and the first position that is wrong,
 * or with 2 when it could not check.
 */
public final class Main {

    static final int HOLDS = 0;
    static final int WRONG = 1;
    static final int UNABLE = 2;

    private static final String USAGE = """
            verify EXPORT [--key FILE] [--against OTHER | --mark PUPIL/DATE/SESSION]
                checks offline an exported ledger, EXPORT being the unchanged body of /api/v1/audit/events, or single events with
                their proofs, the body of /api/v1/audit/proofs/events or proofs.ndjson of an evidence pack (- for standard input)
                --key FILE       checks the checkpoint's signature with this public key, name+id+base64
                --against OTHER  checks that both exports are of one ledger
                --mark M         tells how a mark was entered and amended, as p2/2026-03-03/AM
            verify --rule
                prints the rule by which what a line shows follows from what was hashed""";

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(args));
    }

    int run(String... args) {
        try {
            if (args.length == 1 && args[0].equals("--rule")) {
                out.print(DataRule.text());
                return HOLDS;
            }
            Options options = Options.parse(args);
            return tell(check(options));
        } catch (UsageException | IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
        } catch (IOException e) {
            err.println("A file could not be read: " + e.getMessage());
        } catch (BrokenNoteException e) {
            err.println(e.getMessage());
        }
        return UNABLE;
    }

    private static Verdict check(Options options) throws IOException, BrokenNoteException {
        String keyFile = options.key();
        @Nullable NoteKey key = keyFile == null ? null : NoteKey.parse(Files.readString(Path.of(keyFile)));
        Verifier verifier = new Verifier(DataRule.published(), key);
        String other = options.against();
        try (InputStream in = open(options.export())) {
            String mark = options.mark();
            if (mark != null) {
                return verifier.check(options.export(), in, mark);
            }
            if (other == null) {
                return verifier.check(options.export(), in);
            }
            try (InputStream otherIn = open(other)) {
                return verifier.compare(options.export(), in, other, otherIn);
            }
        }
    }

    private static InputStream open(String name) throws IOException {
        return name.equals("-") ? System.in : new FileInputStream(name);
    }

    private int tell(Verdict verdict) {
        out.println(verdict.inWords());
        return switch (verdict) {
            case Verdict.Holds holds -> HOLDS;
            case Verdict.Wrong wrong -> WRONG;
        };
    }

    /** What was asked for. */
    private record Options(
            String export,
            @Nullable String key,
            @Nullable String against,
            @Nullable String mark) {

        static Options parse(String... args) throws UsageException {
            @Nullable String export = null;
            @Nullable String key = null;
            @Nullable String against = null;
            @Nullable String mark = null;
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--key" -> key = value(args, ++i);
                    case "--against" -> against = value(args, ++i);
                    case "--mark" -> mark = value(args, ++i);
                    default -> {
                        if (export != null || (args[i].startsWith("-") && !args[i].equals("-"))) {
                            throw new UsageException("There is no option " + args[i] + ".");
                        }
                        export = args[i];
                    }
                }
            }
            if (export == null) {
                throw new UsageException("Which export?");
            }
            if (mark != null && against != null) {
                throw new UsageException("Either --against or --mark.");
            }
            return new Options(export, key, against, mark);
        }

        private static String value(String[] args, int at) throws UsageException {
            if (at == args.length) {
                throw new UsageException("What should follow " + args[at - 1] + " is missing.");
            }
            return args[at];
        }
    }

    private static final class UsageException extends Exception {

        UsageException(String message) {
            super(message);
        }
    }
}
