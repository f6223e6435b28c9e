package uk.muster.benchmarks.firstday;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;
import uk.muster.kernel.identity.Urn;

/** One {@code PUT} for each morning register: the first class of every school, then the second, then the third. */
final class FirstDayRegisters implements Requests {

    private final FirstDaySchools schools;
    private final byte[] headers;
    private final ProgressBar bar;
    private final Outcome outcome = new Outcome();
    private final byte[][] bodies = new byte[FirstDaySchools.CLASSES][];
    private int next;

    /** @param takenAt of every register, not later than now by the service's clock */
    FirstDayRegisters(FirstDaySchools schools, Instant takenAt, byte[] headers, ProgressBar bar) {
        this.schools = schools;
        this.headers = headers;
        this.bar = bar;
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = body(i, takenAt).getBytes(StandardCharsets.US_ASCII);
        }
    }

    Outcome outcome() {
        return outcome;
    }

    @Override
    public int write(RequestBuffer out) {
        if (next == schools.registers()) {
            return NONE;
        }
        int count = schools.schools().size();
        Urn urn = schools.schools().get(next % count).urn();
        int group = next / count;
        out.add(bodies[group])
                .end("PUT /api/v1/schools/" + urn + "/registers/" + FirstDaySchools.DAY + "/AM/c" + group, headers);
        return next++;
    }

    @Override
    public void answered(int number, Response response, long nanos) {
        outcome.count("A register", response);
        bar.step();
    }

    /** Pupils are numbered through each school, from 1. */
    private static String body(int group, Instant takenAt) {
        StringBuilder body = new StringBuilder("{\"takenAt\":\"" + takenAt
                + "\",\"takenBy\":{\"id\":\"t-1\",\"name\":\"A. Teacher\",\"position\":\"Class teacher\"},\"marks\":[");
        for (int place = 0; place < FirstDaySchools.CLASS_SIZE; place++) {
            body.append(place == 0 ? "" : ",")
                    .append("{\"pupilId\":\"p%05d\"".formatted(1 + group * FirstDaySchools.CLASS_SIZE + place))
                    .append(",\"code\":\"")
                    .append(FirstDaySchools.isUnexplained(place) ? "N" : "/")
                    .append("\"}");
        }
        return body.append("]}").toString();
    }
}
