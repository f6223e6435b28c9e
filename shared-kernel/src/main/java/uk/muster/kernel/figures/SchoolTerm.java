package uk.muster.kernel.figures;

import uk.muster.kernel.calendar.Term;

/** The three terms of a school year, each of two half terms as a rule. */
public enum SchoolTerm {
    AUTUMN,
    SPRING,
    SUMMER;

    /** The term that a half term is of, by the month in which it begins: summer's first begins after Easter, in April. */
    public static SchoolTerm of(Term halfTerm) {
        return switch (halfTerm.from().getMonth()) {
            case AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER -> AUTUMN;
            case JANUARY, FEBRUARY, MARCH -> SPRING;
            case APRIL, MAY, JUNE, JULY -> SUMMER;
        };
    }
}
