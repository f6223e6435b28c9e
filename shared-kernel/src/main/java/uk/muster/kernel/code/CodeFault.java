package uk.muster.kernel.code;

/** A rule a mark breaks: the field it is about and a sentence for the person who sent it. */
public record CodeFault(Field field, String message) {

    /** A field of a mark; its {@link #json()} name is the last part of a JSON pointer. */
    public enum Field {
        CODE("code"),
        DETAIL("detail"),
        MINUTES_LATE("minutesLate");

        private final String json;

        Field(String json) {
            this.json = json;
        }

        public String json() {
            return json;
        }
    }
}
