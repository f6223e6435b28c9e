package uk.muster.query.console.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Page;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.query.atrisk.AtRiskLine;
import uk.muster.query.atrisk.AtRiskLists;
import uk.muster.query.atrisk.AtRiskPupil;
import uk.muster.query.atrisk.Question;
import uk.muster.query.console.chart.Spark;
import uk.muster.query.console.lists.AtRiskPage.Asked;
import uk.muster.query.console.lists.AtRiskPage.Line;
import uk.muster.query.console.lists.AtRiskPage.Option;
import uk.muster.query.console.lists.AtRiskPage.Sort;
import uk.muster.query.console.shell.Query;
import uk.muster.query.console.shell.Say;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;

/** Puts the list of pupils at risk into words. */
final class AtRiskPages {

    private final AtRiskLists lists;
    private final Schools schools;

    AtRiskPages(AtRiskLists lists, Schools schools) {
        this.lists = lists;
        this.schools = schools;
    }

    /** Where a page is and who reads it. */
    record Place(
            String base,
            boolean trust,
            boolean named,
            @Nullable String trustHref) {}

    AtRiskPage page(Collection<Urn> urns, Asked asked, Place place, @Nullable String cursor) {
        Page<AtRiskPupil> found = lists.listWithWeeks(urns, question(asked), place.named(), Readers.A_PAGE, cursor);
        Map<Urn, School> known = schools.known(urns);
        Map<String, String> bands = bands(known);
        return new AtRiskPage(
                finding(found),
                place.named(),
                place.trust(),
                place.base(),
                query(asked).toString(),
                found.items().stream().map(pupil -> line(pupil, bands, known)).toList(),
                asked,
                options(bands, asked.band(), "Every band"),
                flags(asked.flag()),
                sorts(asked, place),
                place.trustHref(),
                query(asked).next(found.nextCursor()));
    }

    static Question.Asked question(Asked asked) {
        return new Question.Asked(
                given(asked.band()),
                given(asked.yearGroup()),
                asked.group().isEmpty() ? null : new GroupId(asked.group()),
                given(asked.flag()),
                asked.sort());
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String finding(Page<AtRiskPupil> found) {
        long persistent = found.items().stream()
                .filter(pupil -> pupil.line().persistentlyAbsent())
                .count();
        String of = found.nextCursor() == null
                ? Say.count(found.items().size(), "pupil")
                : "the first " + Say.count(found.items().size(), "pupil");
        return persistent + " of " + of + (persistent == 1 ? " is" : " are") + " persistently absent";
    }

    private static Line line(AtRiskPupil pupil, Map<String, String> bands, Map<Urn, School> known) {
        AtRiskLine line = pupil.line();
        return new Line(
                line.urn().toString(),
                Objects.requireNonNull(known.get(line.urn())).state().details().name(),
                line.pupilId(),
                line.name(),
                line.group() == null ? "" : line.group().value(),
                line.yearGroup(),
                line.percentage() + "%",
                bands.getOrDefault(line.band(), line.band()) + (line.provisional() ? " (few sessions yet)" : ""),
                line.severelyAbsent()
                        ? "govuk-tag--red"
                        : line.persistentlyAbsent() ? "govuk-tag--orange" : "govuk-tag--grey",
                line.trend() == null
                        ? ""
                        : (line.trend().signum() > 0 ? "+" : "") + line.trend().toPlainString(),
                line.attended(),
                line.possible(),
                line.flags().stream().map(Say::flag).toList(),
                Spark.of(pupil.weeks()));
    }

    /** Labels of all bands by id, in the order of the first school's policy. */
    private static Map<String, String> bands(Map<Urn, School> known) {
        Map<String, String> bands = new LinkedHashMap<>();
        known.values()
                .forEach(school ->
                        school.policy().bands().scale().forEach(band -> bands.putIfAbsent(band.id(), band.label())));
        return bands;
    }

    private static List<Option> options(Map<String, String> values, String chosen, String all) {
        List<Option> options = new ArrayList<>(List.of(new Option("", all, chosen.isEmpty())));
        values.forEach((value, label) -> options.add(new Option(value, label, value.equals(chosen))));
        return options;
    }

    private static List<Option> flags(String chosen) {
        Map<String, String> flags = new TreeMap<>();
        Stream.of(VulnerabilityFlag.values()).forEach(flag -> flags.put(flag.name(), Say.flag(flag)));
        return options(flags, chosen, "Any circumstances");
    }

    private static List<Sort> sorts(Asked asked, Place place) {
        List<Sort> sorts = new ArrayList<>();
        sorts.add(sort("Lowest attendance", "percentage", asked));
        sorts.add(sort("Greatest fall", "trend", asked));
        if (place.named()) {
            sorts.add(sort("Name", "name", asked));
        }
        return sorts;
    }

    private static Sort sort(String label, String value, Asked asked) {
        Asked sorted = new Asked(asked.band(), asked.yearGroup(), asked.group(), asked.flag(), value);
        return new Sort(label, query(sorted).toString(), value.equals(asked.sort()));
    }

    private static Query query(Asked asked) {
        return new Query()
                .with("band", asked.band())
                .with("yearGroup", asked.yearGroup())
                .with("group", asked.group())
                .with("flag", asked.flag())
                .with("sort", asked.sort());
    }
}
