package uk.muster.query.atrisk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.YearGroups;
import uk.muster.kernel.policy.Bands.Band;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.query.atrisk.Row.Order;
import uk.muster.query.school.School;

/** Which pupils are asked for, and in what order; each of them where nothing is given. */
public record Question(
        @Nullable String band,
        @Nullable String yearGroup,
        @Nullable GroupId group,
        @Nullable VulnerabilityFlag flag,
        Order order) {

    /**
     * @param schools whose bands there are
     * @param named whether the caller sees names, by which the list can then be put in order
     * @throws uk.muster.http.problem.ProblemException 422 that names every parameter at fault with what it may be; 403 for an order by names that the
     *     caller doesn't see
     */
    static Question parse(Asked asked, Collection<School> schools, boolean named) {
        List<String> faults = new ArrayList<>(0);
        NavigableSet<String> bands = new TreeSet<>();
        if (asked.band() != null) {
            schools.forEach(school ->
                    school.policy().bands().scale().stream().map(Band::id).forEach(bands::add));
            check("band", bands.contains(asked.band()), bands, faults);
        }
        if (asked.yearGroup() != null && !YearGroups.isValid(asked.yearGroup())) {
            faults.add(YearGroups.NOT_ONE);
        }
        List<String> flags = names(VulnerabilityFlag.values());
        List<String> orders = names(Order.values()).stream()
                .map(order -> order.toLowerCase(Locale.ROOT))
                .toList();
        check("flag", asked.flag() == null || flags.contains(asked.flag()), flags, faults);
        check("sort", orders.contains(asked.sort()), orders, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(String.join(" ", faults)).asException();
        }
        Order order = Order.valueOf(asked.sort().toUpperCase(Locale.ROOT));
        if (order == Order.NAME && !named) {
            throw Problem.forbidden("The list has no names for this role, so that it has no order of names.")
                    .asException();
        }
        return new Question(
                asked.band(),
                asked.yearGroup(),
                asked.group(),
                asked.flag() == null ? null : VulnerabilityFlag.valueOf(asked.flag()),
                order);
    }

    /** The parameters as they come. */
    public record Asked(
            @Nullable String band,
            @Nullable String yearGroup,
            @Nullable GroupId group,
            @Nullable String flag,
            String sort) {}

    private static void check(String parameter, boolean isValid, Collection<String> values, List<String> faults) {
        if (!isValid) {
            faults.add(parameter + " must be one of " + String.join(", ", values) + ".");
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
