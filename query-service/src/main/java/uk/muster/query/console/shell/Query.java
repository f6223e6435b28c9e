package uk.muster.query.console.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The query of a link: what was asked for, and where the next page begins. */
public final class Query {

    private final UriComponentsBuilder parameters = UriComponentsBuilder.newInstance();

    /** One more parameter; left out where it is null or empty. */
    public Query with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parameters.queryParam(name, value);
        }
        return this;
    }

    /** The query of the next page; null on the last. */
    public @Nullable String next(@Nullable String cursor) {
        return cursor == null ? null : with("cursor", cursor).toString();
    }

    /** Begins with a question mark, unless there is nothing in it. */
    @Override
    public String toString() {
        return parameters.encode().build().toUriString();
    }
}
