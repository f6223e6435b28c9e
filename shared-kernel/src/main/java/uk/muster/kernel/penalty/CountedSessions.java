package uk.muster.kernel.penalty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/**
 * A child's sessions for a limit, in order. A session that two schools recorded counts once, as the school has it that asks, whatever came first.
 *
 * @param doubled what another school has for a session that counts already
 */
record CountedSessions(NavigableMap<SessionKey, CountedSession> each, List<CountedSession> doubled) {

    static CountedSessions of(Limit limit, Urn at, Collection<CountedSession> all, Predicate<SessionKey> wanted) {
        NavigableMap<SessionKey, CountedSession> each = new TreeMap<>();
        List<CountedSession> doubled = new ArrayList<>();
        all.stream()
                .filter(one -> limit.codes().contains(one.code()) && wanted.test(one.session()))
                .filter(one -> limit.acrossSchools() || at.equals(one.urn()))
                .sorted(preferred(at))
                .forEach(one -> {
                    if (each.putIfAbsent(one.session(), one) != null) {
                        doubled.add(one);
                    }
                });
        return new CountedSessions(each, List.copyOf(doubled));
    }

    private static Comparator<CountedSession> preferred(Urn at) {
        return Comparator.comparing(CountedSession::session)
                .thenComparingInt(one -> at.equals(one.urn()) ? 0 : 1)
                .thenComparing(CountedSession::urn, Comparator.nullsLast(Comparator.comparingInt(Urn::value)))
                .thenComparing(CountedSession::code);
    }

    List<CountedSession> inOrder() {
        return List.copyOf(each.values());
    }
}
