package uk.muster.query.evidence;

import java.util.Locale;
import uk.muster.http.problem.Problem;

/** What of a pack is answered: everything in one archive, or one part of it. */
enum PackFormat {
    ZIP("zip", "application/zip"),
    PDF("pdf", "application/pdf"),
    JSON("json", "application/json"),
    PROOFS("ndjson", "application/x-ndjson");

    private final String ending;
    private final String type;

    PackFormat(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    /** @throws uk.muster.http.problem.ProblemException 422 for another word */
    static PackFormat parse(String name) {
        for (PackFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw Problem.invalid("format must be zip, pdf, json or proofs.").asException();
    }

    /** Of the file's name, without a dot. */
    String ending() {
        return ending;
    }

    String type() {
        return type;
    }
}
