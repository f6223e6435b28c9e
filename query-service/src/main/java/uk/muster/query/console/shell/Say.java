package uk.muster.query.console.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** Dates, times, people and circumstances as a page says them. Times are Europe/London's. */
public final class Say {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH);
    private static final Pattern ISO_DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final long MINUTES_OF_DAY = Duration.ofDays(1).toMinutes();
    private static final long MINUTES_OF_HOUR = 60;

    private Say() {}

    /** {@code 7 September 2026}. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** {@code Monday 7 September}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code Mon 7 Sep}. */
    public static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    /** {@code 9:41am}, {@code midday}, {@code midnight}. */
    public static String time(LocalTime time) {
        LocalTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        return minute.equals(LocalTime.NOON) ? "midday" : TIME.format(minute).toLowerCase(Locale.ROOT);
    }

    /** {@code 9:41am}. */
    public static String time(Instant instant) {
        return time(LocalTime.ofInstant(instant, London.ZONE));
    }

    /** {@code Mon 7 Sep 2026, 9:41am}. */
    public static String moment(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, London.ZONE);
        return shortDay(local.toLocalDate()) + " " + local.getYear() + ", " + time(local.toLocalTime());
    }

    /** {@code 9:41am} of that day itself, {@code Mon 7 Sep, 9:41am} of any other. */
    public static String momentFrom(LocalDate today, Instant instant) {
        LocalDate date = London.dateOf(instant);
        return date.equals(today) ? time(instant) : shortDay(date) + ", " + time(instant);
    }

    /** {@code 48 minutes}, {@code 2 hours 5 minutes} or {@code 3 days}; whole units, of either sign. */
    public static String length(Duration duration) {
        long minutes = duration.abs().toMinutes();
        if (minutes >= 2 * MINUTES_OF_DAY) {
            return count(minutes / MINUTES_OF_DAY, "day");
        }
        long hours = minutes / MINUTES_OF_HOUR;
        long rest = minutes % MINUTES_OF_HOUR;
        if (hours == 0) {
            return count(rest, "minute");
        }
        return count(hours, "hour") + (rest == 0 ? "" : " " + count(rest, "minute"));
    }

    /** {@code 1 session}, {@code 4 sessions}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    public static String half(SessionHalf half) {
        return switch (half) {
            case AM -> "morning";
            case PM -> "afternoon";
        };
    }

    /** Year groups by their number; nursery and reception by name. */
    public static String yearGroup(String yearGroup) {
        return switch (yearGroup) {
            case "N1" -> "Nursery 1";
            case "N2" -> "Nursery 2";
            case "R" -> "Reception";
            default -> "Year " + yearGroup;
        };
    }

    /** A person's name and position; null where nobody is named. */
    public static @Nullable String person(@Nullable JsonNode person) {
        if (person == null || !person.isObject()) {
            return person == null ? null : person.asString();
        }
        String position = person.path("position").asString("");
        String name = person.path("name").asString("");
        return position.isEmpty() ? name : name + ", " + position.toLowerCase(Locale.ROOT);
    }

    /** A line written for machines and people with its dates as people read them. */
    public static String dates(String line) {
        return ISO_DATE.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(SHORT_DATE.format(LocalDate.parse(found.group()))));
    }

    /** The name of a constant as a phrase: {@code NO_ANSWER} is {@code No answer}. */
    public static String phrase(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public static String flag(VulnerabilityFlag flag) {
        return switch (flag) {
            case SOCIAL_WORKER -> "Social worker";
            case CHILD_PROTECTION -> "Child protection";
            case CHILD_IN_NEED -> "Child in need";
            case LOOKED_AFTER -> "Looked after";
            case PREVIOUSLY_LOOKED_AFTER -> "Previously looked after";
            case SEND_SUPPORT -> "SEN support";
            case EHCP -> "EHC plan";
            case YOUNG_CARER -> "Young carer";
            case YOUTH_JUSTICE -> "Youth justice";
            case SAFEGUARDING_CONCERN -> "Safeguarding concern";
            case FREE_SCHOOL_MEALS -> "Free school meals";
            case EAL -> "English as an additional language";
            case TRAVELLER -> "Traveller";
        };
    }
}
