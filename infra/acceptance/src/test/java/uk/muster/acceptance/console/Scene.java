package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.muster.acceptance.Bodies;
import uk.muster.acceptance.Client;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;

/**
 * One instance for all tests of the console, at two on Monday 7 September 2026, with one school of 15 pupils who are all called Robin Canarybird.
 * All but {@code p9} are missing since the morning, and nobody knows why. In the two days of the week before, {@code p5} was absent without leave, {@code p6}
 * late, and a mark of {@code p9} was amended. A test that records does so of a pupil that no other test looks at; {@code p9} is for those that look.
 */
final class Scene {

    static final String SCHOOL = "/schools/900001";
    static final String LEAD = "P. Otterstead";

    private static final int PUPILS = 15;
    private static final int LOOKED_AT = 9;
    private static final Standalone MUSTER = start();

    private Scene() {}

    static Standalone muster() {
        return MUSTER;
    }

    /** Path of a pupil's page, and of the pupil below {@code /api/v1}. */
    static String pupil(int number) {
        return SCHOOL + "/pupils/p" + number;
    }

    /** A program of that school, to see what was recorded. */
    static Client client(String role) {
        return Client.of(MUSTER, role, "900001");
    }

    private static Standalone start() {
        try {
            Path data = Files.createTempDirectory("muster-console");
            Standalone muster =
                    Standalone.start(data, Options.onFreePorts().withClock(Instant.parse("2026-09-07T13:00:00Z")));
            Client head = Client.of(muster, "head", "900001");
            recorded(head.put(SCHOOL, Bodies.school("hcat")));
            recorded(head.put(SCHOOL + "/calendars/2026-27", Bodies.autumn2026()));
            List<String> marks = new ArrayList<>();
            for (int i = 1; i <= PUPILS; i++) {
                recorded(head.put(pupil(i), Bodies.pupil(Bodies.upn(i), "3A")));
                marks.add(Bodies.mark("p" + i, i == LOOKED_AT ? "/" : "N"));
            }
            Client.Reply taken = recorded(head.put(
                    SCHOOL + "/registers/2026-09-07/AM/3A", Bodies.register("2026-09-07T09:00:00+01:00", marks)));
            assertThat(head.get(SCHOOL + "/pupils", taken).status()).isEqualTo(200);
            recordTheWeekBefore(head);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(muster, data), "end-of-scene"));
            return muster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void recordTheWeekBefore(Client head) {
        for (String date : List.of("2026-09-03", "2026-09-04")) {
            for (String half : List.of("AM", "PM")) {
                List<String> marks = new ArrayList<>();
                for (int i = 1; i <= PUPILS; i++) {
                    marks.add(
                            switch (i) {
                                case 5 -> Bodies.mark("p5", "O");
                                case 6 -> "{\"pupilId\":\"p6\",\"code\":\"L\",\"minutesLate\":12}";
                                default -> Bodies.mark("p" + i, half.equals("AM") ? "/" : "\\");
                            });
                }
                String takenAt = date + (half.equals("AM") ? "T09:00:00+01:00" : "T13:10:00+01:00");
                recorded(head.put(SCHOOL + "/registers/" + date + "/" + half + "/3A", Bodies.register(takenAt, marks)));
            }
        }
        Client.Reply amended = recorded(head.post(
                SCHOOL + "/registers/2026-09-03/AM/3A/amendments",
                Bodies.amendment("p9", "C", "At a funeral, as agreed.")));
        assertThat(head.get(SCHOOL + "/pupils", amended).status()).isEqualTo(200);
    }

    private static void end(Standalone muster, Path data) {
        muster.close();
        try (Stream<Path> all = Files.walk(data)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Client.Reply recorded(Client.Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }
}
