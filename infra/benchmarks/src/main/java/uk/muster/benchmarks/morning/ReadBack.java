package uk.muster.benchmarks.morning;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;

/** Asks query-service for each of some registers and compares every pupil's code with the one that was sent. */
final class ReadBack implements Requests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mornings mornings;
    private final BitSet wanted;
    private final byte[] headers;
    private final ProgressBar bar;
    private final BitSet same = new BitSet();
    private int next;

    /** @param wanted the numbers of the registers to ask for */
    ReadBack(Mornings mornings, BitSet wanted, byte[] headers, ProgressBar bar) {
        this.mornings = mornings;
        this.wanted = wanted;
        this.headers = headers;
        this.bar = bar;
        this.next = wanted.nextSetBit(0);
    }

    /** The numbers of the registers that read as they were sent. */
    BitSet same() {
        return same;
    }

    @Override
    public int write(RequestBuffer out) {
        if (next < 0) {
            return NONE;
        }
        int number = next;
        out.end("GET " + mornings.path(number), headers);
        next = wanted.nextSetBit(number + 1);
        return number;
    }

    @Override
    public void answered(int number, Response response, long nanos) {
        if (response.status() == 200 && read(response).equals(sent(number))) {
            same.set(number);
        }
        bar.step();
    }

    private static Map<String, String> read(Response response) {
        Map<String, String> codes = new HashMap<>();
        for (JsonNode mark : JSON.readTree(response.body()).path("marks")) {
            codes.put(mark.path("pupilId").asString(""), mark.path("code").asString(""));
        }
        return codes;
    }

    private Map<String, String> sent(int number) {
        List<String> sent = mornings.codes(number);
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            codes.put(mornings.pupilId(mornings.classroom(number).firstPupil() + i), sent.get(i));
        }
        return codes;
    }
}
