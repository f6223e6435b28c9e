package uk.muster.benchmarks.morning;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.SchoolPlan;

/**
 * Reads every school's events from {@code /audit/events} and looks for each register: there once, with the number of marks of each code that
 * was sent, its positions rising. (Events name pupils by random numbers; which pupil has which mark is for {@link ReadBack} to see.)
 */
final class LedgerCheck implements Requests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REGISTER_TAKEN = "register-taken";

    private final List<SchoolPlan> schools;
    private final Mornings mornings;
    private final byte[] headers;
    private final ProgressBar bar;
    private final Outcome outcome = new Outcome();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final BitSet found = new BitSet();
    private int next;
    private long twice;
    private long different;
    private long strange;

    LedgerCheck(List<SchoolPlan> schools, Mornings mornings, byte[] headers, ProgressBar bar) {
        this.schools = schools;
        this.mornings = mornings;
        this.headers = headers;
        this.bar = bar;
        for (int number = 0; number < mornings.count(); number++) {
            numbers.put(mornings.id(number), number);
        }
    }

    /** The numbers of the registers in the ledger. */
    BitSet found() {
        return found;
    }

    /** Registers with more than one event of their taking. */
    long twice() {
        return twice;
    }

    /** Registers whose marks are not those that were sent, or out of order. */
    long different() {
        return different;
    }

    /** Registers nobody sent. */
    long strange() {
        return strange;
    }

    Outcome outcome() {
        return outcome;
    }

    @Override
    public int write(RequestBuffer out) {
        if (next == schools.size()) {
            return NONE;
        }
        out.end("GET /api/v1/audit/events?urn=" + urn(next), headers);
        return next++;
    }

    @Override
    public void answered(int number, Response response, long nanos) {
        outcome.count("The export of " + urn(number), response);
        long[] lastPosition = {0};
        response.text()
                .lines()
                .filter(line -> line.contains(REGISTER_TAKEN))
                .map(JSON::readTree)
                .filter(event -> event.path("type").asString("").startsWith(REGISTER_TAKEN))
                .forEach(event -> check(event, lastPosition));
        bar.step();
    }

    private void check(JsonNode event, long[] lastPosition) {
        Integer number = numbers.get(event.path("subject").asString(""));
        if (number == null) {
            strange++;
            return;
        }
        if (found.get(number)) {
            twice++;
        }
        found.set(number);
        long position = event.path("position").asLong(0);
        Map<String, Integer> stored = new TreeMap<>();
        for (JsonNode mark : event.path("data").path("marks")) {
            stored.merge(mark.path("code").asString(""), 1, Integer::sum);
        }
        Map<String, Integer> sent = new TreeMap<>();
        mornings.codes(number).forEach(code -> sent.merge(code, 1, Integer::sum));
        if (position <= lastPosition[0] || !stored.equals(sent)) {
            different++;
        }
        lastPosition[0] = position;
    }

    private Urn urn(int school) {
        return schools.get(school).urn();
    }
}
