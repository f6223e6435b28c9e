package uk.muster.benchmarks.school;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.term.NationalRates;

/** The marks of a class in a session, each drawn by itself from the national rates of its phase; the same again for the same numbers. */
public final class NationalMarks {

    private static final List<String> NEED_DETAIL = List.of("K", "B", "C2");
    private static final byte[] PRESENT_IN_THE_AFTERNOON = "\\\\\"}".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> NEED_MINUTES = List.of("L", "U");

    private final long seed;
    private final Map<Phase, double[]> bounds = new EnumMap<>(Phase.class);
    private final List<String> codes = new ArrayList<>();
    private final List<byte[]> ends = new ArrayList<>();
    private final int illness;
    private final int partTime;

    public NationalMarks(NationalRates rates, long seed) {
        this.seed = seed;
        codes.addAll(rates.codes());
        codes.add("/");
        codes.forEach(code -> ends.add(end(code).getBytes(StandardCharsets.US_ASCII)));
        illness = codes.indexOf("I");
        partTime = codes.indexOf("C2");
        for (Phase phase : Phase.values()) {
            double[] upTo = new double[rates.codes().size()];
            double sum = 0;
            for (int i = 0; i < upTo.length; i++) {
                sum += rates.share(rates.codes().get(i), phase);
                upTo[i] = sum;
            }
            bounds.put(phase, upTo);
        }
    }

    /** Indexes of codes, one for each pupil of the class. */
    public byte[] draw(Classroom classroom, int index, int session) {
        SplittableRandom random = new SplittableRandom(seed + 1_000_003L * index + 7_368_787L * session);
        double[] upTo = bounds.getOrDefault(classroom.phase(), new double[0]);
        byte[] drawn = new byte[Classroom.SIZE];
        for (int pupil = 0; pupil < drawn.length; pupil++) {
            int code = indexOf(random.nextDouble(), upTo);
            drawn[pupil] = (byte) (code == partTime && classroom.outsideCompulsoryAge() ? illness : code);
        }
        return drawn;
    }

    /** A code as it is written in the morning. */
    public String code(byte index) {
        return codes.get(index);
    }

    /** The same in the afternoon, which has a present code of its own. */
    public String afternoonCode(byte index) {
        return index == codes.size() - 1 ? "\\" : codes.get(index);
    }

    /** The rest of a mark of the morning in JSON, from the code on: {@code I"}}. */
    public byte[] end(byte index) {
        return ends.get(index);
    }

    /** The same of the afternoon. */
    public byte[] afternoonEnd(byte index) {
        return index == ends.size() - 1 ? PRESENT_IN_THE_AFTERNOON : ends.get(index);
    }

    private static String end(String code) {
        if (NEED_DETAIL.contains(code)) {
            return code + "\",\"detail\":\"Agreed provision\"}";
        }
        return NEED_MINUTES.contains(code) ? code + "\",\"minutesLate\":12}" : code + "\"}";
    }

    private static int indexOf(double u, double[] upTo) {
        for (int i = 0; i < upTo.length; i++) {
            if (u < upTo[i]) {
                return i;
            }
        }
        return upTo.length;
    }
}
