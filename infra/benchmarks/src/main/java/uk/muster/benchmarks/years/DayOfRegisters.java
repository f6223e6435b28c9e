package uk.muster.benchmarks.years;

import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;
import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.benchmarks.school.RegisterBody;
import uk.muster.kernel.identity.SessionKey;

/** One {@code PUT} for each register of a day, the mornings' before the afternoons'. */
final class DayOfRegisters implements Requests {

    private final Book book;
    private final NationalMarks marks;
    private final byte[] headers;
    private final Outcome outcome = new Outcome();
    private final int end;
    private int next;

    DayOfRegisters(Book book, NationalMarks marks, int day, byte[] headers) {
        this.book = book;
        this.marks = marks;
        this.headers = headers;
        this.next = day * book.registersOfADay();
        this.end = next + book.registersOfADay();
    }

    Outcome outcome() {
        return outcome;
    }

    @Override
    public int write(RequestBuffer out) {
        if (next == end) {
            return NONE;
        }
        SessionKey session = book.session(next);
        RegisterBody.write(out, book.classroom(next), session.date(), session.half(), marks, book.drawn(next));
        out.end("PUT " + book.path(next), headers);
        return next++;
    }

    @Override
    public void answered(int number, Response response, long nanos) {
        outcome.count("A register", response);
    }
}
