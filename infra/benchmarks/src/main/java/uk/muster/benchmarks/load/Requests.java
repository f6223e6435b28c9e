package uk.muster.benchmarks.load;

/** What a {@link LoadClient} sends, one call at a time from its thread. */
public interface Requests {

    /** Returned when nothing is left to send. */
    int NONE = -1;

    /**
     * Writes the next request, whole.
     *
     * @return a number that tells this request from the others, 0 or more, or {@link #NONE} when nothing was written
     */
    int write(RequestBuffer out);

    /**
     * The answer to a request; it may be read during this call only.
     *
     * @param number as {@link #write} gave it
     * @param nanos from before the request was written to the socket until the whole answer was there
     */
    void answered(int number, Response response, long nanos);
}
