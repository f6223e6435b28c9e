package uk.muster.query.console.command;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * For forms that mean "now": the instant, to the minute, at which a form was first sent in this session. Sent a second time its body is the same, and it
 * is recorded once.
 */
public final class FirstSent {

    private static final String INSTANTS = FirstSent.class.getName() + ".instants";

    /** More forms than a person sends before the first has been forgotten. */
    private static final int MOST = 100;

    private final InstantSource clock;

    FirstSent(InstantSource clock) {
        this.clock = clock;
    }

    public Instant of(Form form) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        synchronized (request.getSessionMutex()) {
            Instants instants =
                    request.getAttribute(INSTANTS, RequestAttributes.SCOPE_SESSION) instanceof Instants known
                            ? known
                            : new Instants();
            Instant instant =
                    instants.computeIfAbsent(form.key(), _ -> clock.instant().truncatedTo(ChronoUnit.MINUTES));
            request.setAttribute(INSTANTS, instants, RequestAttributes.SCOPE_SESSION);
            return instant;
        }
    }

    private static final class Instants extends LinkedHashMap<String, Instant> {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    }
}
