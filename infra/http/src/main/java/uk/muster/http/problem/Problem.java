package uk.muster.http.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused (RFC 9457). Whatever is refused records nothing.
 *
 * @param type {@code /problems/<slug>}: stable, what a program looks at
 * @param title the type in words, the same for every occurrence
 * @param status the HTTP status, 400 to 599
 * @param detail what was wrong this time, and what to do; never a name, a UPN or a date of birth
 * @param errors the faults of the body, all at once; left out of the JSON when there are none
 * @param extensions further members of the JSON object
 * @param retryAfter when to try again, sent as the header {@code Retry-After} in whole seconds, rounded up
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
        @JsonAnyGetter Map<String, Object> extensions,
        @JsonIgnore @Nullable Duration retryAfter) {

    private static final String TYPES = "/problems/";

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    /** A problem of any kind, without errors or extensions. {@code slug} is what follows {@code /problems/}. */
    public static Problem of(String slug, String title, int status, String detail) {
        return new Problem(TYPES + slug, title, status, detail, List.of(), Map.of(), null);
    }

    /** 400: the request cannot be read. */
    public static Problem malformed(String detail) {
        return of("malformed", "The request cannot be read", 400, detail);
    }

    /** 401: no token, or one that cannot be trusted. */
    public static Problem unauthenticated() {
        return of("unauthenticated", "Authentication is needed", 401, "Send a valid bearer token in Authorization.");
    }

    /** 403: the caller's role does not go that far. */
    public static Problem forbidden(String detail) {
        return of("forbidden", "The role does not allow this", 403, detail);
    }

    /** 404: what the path names is not there. */
    public static Problem unknown(String detail) {
        return of("unknown", "There is no such thing", 404, detail);
    }

    /** 404 for a school that is not registered and, word for word, for one outside the caller's schools. */
    public static Problem unknownSchool() {
        return unknown("There is no such school.");
    }

    /** 409: the request contradicts what is recorded. */
    public static Problem conflict(String detail) {
        return of("conflict", "This contradicts what is recorded", 409, detail);
    }

    /** 413: the request is larger than the contract allows. */
    public static Problem tooLarge(String detail) {
        return of("too-large", "The request is too large", 413, detail);
    }

    /** 422: fields of the body are missing or break a rule of the domain. */
    public static Problem invalid(List<Fault> errors) {
        return of("invalid", "The request breaks a rule", 422, "See errors for every fault of the body.")
                .withErrors(errors);
    }

    /** 422 for a body with faults of form, and with the rules that are broken beside them: of a field that could not be read nothing more is known. */
    public static Problem invalid(List<Fault> form, List<Fault> broken) {
        Set<String> unread = form.stream().map(Fault::pointer).collect(Collectors.toSet());
        return invalid(Stream.concat(form.stream(), broken.stream().filter(fault -> !unread.contains(fault.pointer())))
                .toList());
    }

    /** 422: a rule of the domain is broken that no single field of a body is to blame for. */
    public static Problem invalid(String detail) {
        return of("invalid", "The request breaks a rule", 422, detail);
    }

    /** 429: the caller asks too often. */
    public static Problem tooMany(Duration retryAfter) {
        return of("too-many-requests", "Too many requests", 429, "Slow down and try again.")
                .withRetryAfter(retryAfter);
    }

    /** 503: something this service needs, such as a store, is away. */
    public static Problem away(String detail, Duration retryAfter) {
        return of("away", "The service cannot answer now", 503, detail).withRetryAfter(retryAfter);
    }

    /** The same problem with these faults of the body. */
    public Problem withErrors(List<Fault> faults) {
        return new Problem(type, title, status, detail, faults, extensions, retryAfter);
    }

    /** The same problem with a further member. */
    public Problem with(String member, Object value) {
        Map<String, Object> members = new TreeMap<>(extensions);
        members.put(member, value);
        return new Problem(type, title, status, detail, errors, members, retryAfter);
    }

    /** The same problem with a time to wait before trying again. */
    public Problem withRetryAfter(Duration wait) {
        return new Problem(type, title, status, detail, errors, extensions, wait);
    }

    /** To be thrown: {@code throw Problem.unknownSchool().asException()}. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
