package uk.muster.query.reward;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.RewardPolicy;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.clock.AsOf;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.reward.RewardPage.PupilLine;
import uk.muster.query.sheet.Days;
import uk.muster.query.sheet.Sheet;
import uk.muster.query.sheet.Sheets;

/** Pupils on roll today who may be rewarded for some days, the highest attendance first, and the school's classes. */
public final class RewardLists {

    private static final String LIST = "rewards";
    private static final int KEYS = 3;
    private static final int PERCENT_DECIMALS = 4;

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::rate, Comparator.reverseOrder()).thenComparing(Key::number);

    private final Sheets sheets;
    private final PupilOpener opener;
    private final InstantSource clock;

    public RewardLists(Sheets sheets, PupilOpener opener, InstantSource clock) {
        this.sheets = sheets;
        this.opener = opener;
        this.clock = clock;
    }

    private record Key(Rate rate, PupilNumber number) {}

    private record Row(PupilState pupil, Merits merits) {

        Key key() {
            return new Key(merits.rate(), pupil.pupil());
        }
    }

    /**
     * A page of who may be rewarded.
     *
     * @param from,to first and last day, both inclusive; this school week, or in the holidays the last one, where they are left out
     * @param earned one of {@link Earned}; any of them where it is left out
     * @param asOf what was known then, inclusive, on the day of then; {@link Instant#MAX} for now
     * @throws uk.muster.http.problem.ProblemException 404 for a school that is not known, 422 for days in the wrong order or before last year's and for an unknown reward, 400
     *     for a cursor that is none
     */
    RewardPage list(
            Urn urn,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String earned,
            Instant asOf,
            PageLimit limit,
            @Nullable String cursor) {
        Optional<Earned> wanted = Optional.ofNullable(earned).map(RewardLists::earned);
        Sheet sheet = sheets.of(urn, asOf);
        LocalDate today = AsOf.today(asOf, clock);
        Days days = Days.asked(from, to, Days.schoolWeek(sheet.school(), today), sheet);
        Merits.Frame frame = Merits.Frame.of(sheet.school(), days);
        Optional<Key> last = Optional.ofNullable(cursor).map(RewardLists::read);
        List<Row> found = sheet.pupils().stream()
                .filter(pupil -> pupil.state().onRoll(today))
                .map(pupil -> new Row(pupil.state(), Merits.of(pupil.strip(), frame)))
                .filter(row -> row.merits().rate().possible() > 0)
                .filter(row -> !row.merits().earned().isEmpty()
                        && wanted.map(row.merits().earned()::contains).orElse(true))
                .filter(row -> last.isEmpty() || ORDER.compare(row.key(), last.get()) > 0)
                .sorted(Comparator.comparing(Row::key, ORDER))
                .limit(limit.value() + 1L)
                .toList();
        List<Row> page = found.subList(0, Math.min(found.size(), limit.value()));
        opener.prepare(page.stream().map(Row::pupil).toList());
        RewardPolicy policy = sheet.school().policy().rewards();
        return new RewardPage(
                days.from(),
                days.to(),
                policy.items(),
                policy.classesFrom().isEmpty()
                        ? null
                        : percent(policy.classesFrom().getAsLong()),
                policy.tripsFrom() == null ? null : percent(policy.tripsFrom()),
                Classes.between(sheet.pupils(), days, policy.classesFrom()),
                page.stream().map(row -> line(row, today)).toList(),
                found.size() > page.size() ? cursorAfter(page.getLast().key()) : null);
    }

    private static Earned earned(String text) {
        return Stream.of(Earned.values())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("earned must be one of "
                                + String.join(
                                        ", ",
                                        Stream.of(Earned.values())
                                                .map(Earned::name)
                                                .toList())
                                + ".")
                        .asException());
    }

    private static BigDecimal percent(long tenThousandths) {
        BigDecimal percent =
                BigDecimal.valueOf(tenThousandths, PERCENT_DECIMALS).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    private PupilLine line(Row row, LocalDate today) {
        PupilState pupil = row.pupil();
        Merits merits = row.merits();
        String id = opener.idOf(pupil);
        return new PupilLine(
                id,
                opener.nameOf(pupil),
                pupil.groupOn(today).orElse(null),
                pupil.placement().yearGroup(),
                merits.rate().possible(),
                merits.rate().attended(),
                merits.rate().percentage().orElseThrow(),
                merits.points(),
                merits.lateness().times(),
                merits.latenessBefore().times(),
                merits.earned(),
                "/api/v1/schools/" + pupil.urn() + "/pupils/" + id + "/attendance");
    }

    private static String cursorAfter(Key last) {
        return Cursor.after(
                LIST,
                Integer.toString(last.rate().attended()),
                Integer.toString(last.rate().possible()),
                last.number().value());
    }

    private static Key read(String cursor) {
        List<String> keys = Cursor.read(LIST, KEYS, cursor);
        return new Key(
                new Rate(Integer.parseInt(keys.get(0)), Integer.parseInt(keys.get(1))), new PupilNumber(keys.get(2)));
    }
}
