package uk.muster.simulator.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Upn;
import uk.muster.simulator.chance.Chance;

/**
 * Draws a school's roll. Shares of flags are near what England's census shows; how unequal pupils are in absence is set so that the shares
 * of persistently absent pupils come near those published (13.8 % primary, 23.8 % secondary, 36.1 % special, 2025/26).
 */
public final class RollDraw {

    private static final double INEQUALITY = 0.85;
    /** A leaning is cut here, so that even the most absent pupil of a special school has days in school. */
    private static final double STRONGEST_LEANING = 5.5;
    /** How absence of pupils with a flag stands to that of others: 10.29/5.11, 13.1/5.8 and 10.1/5.8 (autumn 2025 and 2024). */
    private static final Map<String, Double> LEANING_BY_FLAG =
            Map.of("FREE_SCHOOL_MEALS", 2.0, "EHCP", 2.25, "SEND_SUPPORT", 1.75);

    private static final List<Map.Entry<String, Double>> FLAG_SHARES = List.of(
            Map.entry("FREE_SCHOOL_MEALS", 0.25),
            Map.entry("EAL", 0.20),
            Map.entry("CHILD_IN_NEED", 0.03),
            Map.entry("SOCIAL_WORKER", 0.03),
            Map.entry("SAFEGUARDING_CONCERN", 0.02),
            Map.entry("PREVIOUSLY_LOOKED_AFTER", 0.01),
            Map.entry("YOUNG_CARER", 0.008),
            Map.entry("LOOKED_AFTER", 0.007),
            Map.entry("CHILD_PROTECTION", 0.005),
            Map.entry("TRAVELLER", 0.003),
            Map.entry("YOUTH_JUSTICE", 0.002));
    private static final double SEND_SUPPORT_SHARE = 0.14;
    private static final double EHCP_SHARE = 0.05;
    private static final double DUAL_REGISTERED_SHARE_SPECIAL = 0.03;

    private RollDraw() {}

    /** The roll on the first day of the school's year, in order of class; leanings have the mean 1. */
    public static List<RollEntry> draw(SchoolPlan plan, long seed) {
        List<Pupil> pupils = new ArrayList<>();
        for (SchoolClass schoolClass : plan.classes()) {
            for (int i = 0; i < schoolClass.size(); i++) {
                pupils.add(pupil(plan, schoolClass, pupils.size() + 1, seed));
            }
        }
        double[] leanings = pupils.stream()
                .mapToDouble(p -> rawLeaning(Chance.of(seed, plan.urn(), "leaning", p.id()), p))
                .toArray();
        toMeanOne(leanings);
        List<RollEntry> roll = new ArrayList<>();
        for (int i = 0; i < leanings.length; i++) {
            roll.add(RollEntry.of(pupils.get(i), leanings[i]));
        }
        return List.copyOf(roll);
    }

    private static Pupil pupil(SchoolPlan plan, SchoolClass schoolClass, int number, long seed) {
        Chance chance = Chance.of(seed, plan.urn(), "pupil", number);
        String yearGroup = chance.oneOf(schoolClass.years());
        String surname = Names.surname(chance);
        LocalDate firstDay = SchoolDays.of(plan.calendar()).getFirst();
        return new Pupil(
                new PupilId("p%05d".formatted(number)),
                upn(plan, number),
                Names.forename(chance),
                surname,
                SchoolAge.dateOfBirth(chance, plan.calendar().year(), yearGroup),
                yearGroup,
                schoolClass.group(),
                firstDay,
                plan.phase() == Phase.SPECIAL && chance.happens(DUAL_REGISTERED_SHARE_SPECIAL)
                        ? Enrolment.SUBSIDIARY
                        : Enrolment.SINGLE,
                chance.happens(0.5) ? "F" : "M",
                Names.address(chance, "Simmerton"),
                contacts(chance, surname),
                flags(chance, plan.phase()));
    }

    /** Check letter, the authority's number, the last four digits of the URN, the year of allocation, and a serial of three digits. */
    private static Upn upn(SchoolPlan plan, int number) {
        int allocated = (plan.calendar().year().startYear() - number / 1000) % 100;
        String body = "%s%04d%02d%03d".formatted(plan.laCode(), plan.urn().value() % 10_000, allocated, number % 1000);
        return new Upn(Upn.checkLetter("A" + body) + body);
    }

    private static List<Contact> contacts(Chance chance, String surname) {
        return List.of(
                contact(chance, "c1", surname, "Mother", 1, true),
                contact(chance, "c2", surname, chance.happens(0.7) ? "Father" : "Grandparent", 2, chance.happens(0.6)));
    }

    private static Contact contact(
            Chance chance, String id, String surname, String relationship, int priority, boolean livesWith) {
        String forename = Names.forename(chance);
        return new Contact(
                new ContactId(id),
                forename + " " + surname,
                relationship,
                Names.phone(chance),
                forename.toLowerCase(Locale.ROOT) + "." + id + "@example.org",
                priority,
                livesWith);
    }

    private static Set<String> flags(Chance chance, Phase phase) {
        Set<String> flags = new TreeSet<>();
        FLAG_SHARES.forEach(share -> {
            if (chance.happens(share.getValue())) {
                flags.add(share.getKey());
            }
        });
        double need = chance.uniform();
        if (phase == Phase.SPECIAL || need < EHCP_SHARE) {
            flags.add("EHCP");
        } else if (need < EHCP_SHARE + SEND_SUPPORT_SHARE) {
            flags.add("SEND_SUPPORT");
        }
        return flags;
    }

    private static double rawLeaning(Chance chance, Pupil pupil) {
        double leaning = chance.logNormal(INEQUALITY);
        for (String flag : pupil.flags()) {
            leaning *= LEANING_BY_FLAG.getOrDefault(flag, 1.0);
        }
        return leaning;
    }

    /** Scales to the mean 1 and cuts at the strongest leaning, until both hold. */
    private static void toMeanOne(double[] leanings) {
        for (int round = 0; round < 20; round++) {
            double mean = Arrays.stream(leanings).average().orElse(1);
            for (int i = 0; i < leanings.length; i++) {
                leanings[i] = Math.min(leanings[i] / mean, STRONGEST_LEANING);
            }
        }
    }
}
