package uk.muster.query.reward;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.identity.GroupId;
import uk.muster.query.reward.RewardPage.ClassLine;
import uk.muster.query.sheet.Days;
import uk.muster.query.sheet.SheetPupil;
import uk.muster.query.sheet.Strip;

/** The attendance of classes: each mark belongs to the class in whose register it stands. */
final class Classes {

    private Classes() {}

    /** Those with a possible session, the highest first. */
    static List<ClassLine> between(Collection<SheetPupil> pupils, Days days, OptionalLong rewardedFrom) {
        Map<GroupId, Rate> rates = new TreeMap<>();
        for (SheetPupil pupil : pupils) {
            Strip strip = pupil.strip();
            int end = strip.placeFrom(days.to().plusDays(1));
            for (int place = strip.placeFrom(days.from()); place < end; place++) {
                if (strip.counts(place)) {
                    rates.merge(strip.group(place), Rate.NONE.plus(strip.code(place)), Rate::plus);
                }
            }
        }
        List<Map.Entry<GroupId, Rate>> found = rates.entrySet().stream()
                .filter(each -> each.getValue().possible() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        return found.stream()
                .map(each -> line(each, found.getFirst().getValue(), rewardedFrom))
                .toList();
    }

    private static ClassLine line(Map.Entry<GroupId, Rate> each, Rate highest, OptionalLong rewardedFrom) {
        Rate rate = each.getValue();
        return new ClassLine(
                each.getKey(),
                rate.possible(),
                rate.attended(),
                rate.percentage().orElseThrow(),
                rate.compareTo(highest) == 0,
                rewardedFrom.isPresent() && rate.reaches(rewardedFrom.getAsLong()));
    }
}
