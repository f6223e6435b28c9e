package uk.muster.query.sheet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.clock.AsOf;
import uk.muster.query.ingest.Follower;
import uk.muster.query.ingest.RelayedEvent;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.store.Place;
import uk.muster.query.store.Projection;

/**
 * The sheets of schools that lists are asked of. Those whose partition this process writes are kept, as many as there is room for, and told of
 * every batch; others are read afresh each time.
 *
 * <p>A sheet that is being read takes from the store what was told up to the moment at which the reading began and no more. Batches that are told
 * meanwhile are laid aside and taken up before the sheet is given out, so that nothing is missed and nothing taken up before what it follows.
 */
public final class Sheets implements Follower {

    private final LiveProjection live;
    private final Interruptions interruptions;
    private final InstantSource clock;
    private final Cache<Urn, Sheet> resident;

    /** A school that is read for one question takes some 40 MB while it is: no more of them at once, whoever asks. */
    private final Semaphore foldings = new Semaphore(2);

    /** Guards all that follows: what is told and what is being read. */
    private final Object lock = new Object();

    private final Map<Urn, Reading> readings = new HashMap<>();
    private final Map<Integer, Long> told = new HashMap<>();
    private volatile @Nullable Standing standing;

    /** @param mostPupils of all sheets together that are kept; a pupil takes some 8 kB with two years of marks */
    public Sheets(LiveProjection live, Interruptions interruptions, InstantSource clock, long mostPupils) {
        this.live = live;
        this.interruptions = interruptions;
        this.clock = clock;
        this.resident = Caffeine.newBuilder()
                .maximumWeight(mostPupils)
                .weigher((Urn _, Sheet sheet) -> Math.max(1, sheet.pupils().size()))
                .build();
    }

    /** A sheet being read, and what was told meanwhile. */
    private record Reading(List<Fact> aside, CompletableFuture<Sheet> done) {}

    /**
     * The school's sheet. It holds whatever the live projection holds for those who wait for a position, with the marks of this academic year and the
     * one before.
     *
     * @throws uk.muster.http.problem.ProblemException 404 when the school is not known
     * @throws com.mongodb.MongoException when it must be read and the document store does not answer
     */
    public Sheet of(Urn urn) {
        while (true) {
            Standing now = standing;
            if (now == null || !isSure(now) || now.placeOf(urn).isEmpty()) {
                return afresh(urn);
            }
            Optional<Sheet> sheet =
                    Optional.ofNullable(resident.getIfPresent(urn)).or(() -> read(urn, now));
            if (sheet.isPresent()) {
                return sheet.get();
            }
        }
    }

    /**
     * The school's sheet as it was known at an instant, that instant included: the same facts taken up in the same way, those recorded later left out. It
     * has the marks of the academic year that it was then and of the one before, and is read for each question.
     *
     * @param asOf {@link Instant#MAX} for the sheet as it is now
     * @throws uk.muster.http.problem.ProblemException 404 when the school was not known then
     * @throws com.mongodb.MongoException when the document store does not answer
     */
    public Sheet of(Urn urn, Instant asOf) {
        if (asOf.equals(Instant.MAX)) {
            return of(urn);
        }
        foldings.acquireUninterruptibly();
        try {
            return fill(urn, AsOf.today(asOf, clock), live.get(), fact -> fact.isKnownAt(asOf));
        } finally {
            foldings.release();
        }
    }

    private boolean isSure(Standing now) {
        return now.interruptions() == interruptions.count() && now.projection() == live.get();
    }

    /** Whether this process began anew since; it may write the same partitions from the same places and yet have missed something between. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isOver(Standing now) {
        return standing != now;
    }

    private Sheet afresh(Urn urn) {
        return fill(urn, today(), live.get(), _ -> true);
    }

    /** Empty when this process began to write something else meanwhile, so that it must be asked again. */
    private Optional<Sheet> read(Urn urn, Standing now) {
        Reading mine = new Reading(new ArrayList<>(), new CompletableFuture<>());
        Reading first;
        long until;
        synchronized (lock) {
            if (isOver(now)) {
                return Optional.empty();
            }
            first = readings.putIfAbsent(urn, mine);
            until = told.getOrDefault(now.placeOf(urn).orElseThrow().partition(), 0L);
        }
        return first == null ? Optional.ofNullable(read(urn, now, mine, until)) : await(first);
    }

    private @Nullable Sheet read(Urn urn, Standing now, Reading mine, long until) {
        Sheet whole = null;
        try {
            Sheet sheet = fill(urn, today(), now.projection(), fact -> fact.position() <= until);
            synchronized (lock) {
                if (!isOver(now) && isSure(now)) {
                    sheet.apply(mine.aside());
                    resident.put(urn, sheet);
                    whole = sheet;
                }
            }
            return whole;
        } finally {
            synchronized (lock) {
                readings.remove(urn, mine);
            }
            mine.done().complete(whole);
        }
    }

    /** What another caller reads; empty where that came to nothing. */
    private static Optional<Sheet> await(Reading reading) {
        return Optional.ofNullable(reading.done().join());
    }

    private static Sheet fill(Urn urn, LocalDate today, Projection projection, Predicate<Fact> taken) {
        Sheet sheet = new Sheet(urn, AcademicYear.of(today).firstDay().minusYears(1));
        sheet.apply(new SheetReader(projection, urn, taken).read(sheet.from(), today.plusDays(1)));
        if (sheet.known().isEmpty()) {
            throw Problem.unknownSchool().asException();
        }
        return sheet;
    }

    private LocalDate today() {
        return London.dateOf(clock.instant());
    }

    @Override
    public void resumed(Standing fresh) {
        synchronized (lock) {
            forget();
            fresh.places().forEach(place -> told.put(place.partition(), place.last()));
            standing = fresh;
        }
    }

    @Override
    public void wrote(List<RelayedEvent> events, Collection<Place> moved) {
        Map<Urn, List<Fact>> bySchool = new LinkedHashMap<>();
        for (RelayedEvent event : events) {
            if (event.kind() != RelayedEvent.Kind.ABSENCE && event.kind() != RelayedEvent.Kind.RETENTION) {
                bySchool.computeIfAbsent(Urn.parse(event.urn()), _ -> new ArrayList<>())
                        .add(event.fact());
            }
        }
        synchronized (lock) {
            bySchool.forEach(this::tell);
            moved.forEach(place -> told.put(place.partition(), place.last()));
        }
    }

    private void tell(Urn urn, List<Fact> facts) {
        Reading reading = readings.get(urn);
        if (reading != null) {
            reading.aside().addAll(facts);
        }
        Sheet sheet = resident.getIfPresent(urn);
        if (sheet != null) {
            sheet.apply(facts);
        }
    }

    @Override
    public void lost() {
        synchronized (lock) {
            forget();
        }
    }

    private void forget() {
        standing = null;
        readings.clear();
        told.clear();
        resident.invalidateAll();
    }
}
