package uk.muster.benchmarks.years;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** A register of any day at the night after any day from then on. */
record RegisterAsOf(School school) implements AsOfQuestion {

    private static final int AIM = 20;

    @Override
    public String name() {
        return "register";
    }

    @Override
    public int aim() {
        return AIM;
    }

    @Override
    public Asked draw(SplittableRandom random) {
        Book book = school.book();
        int register = random.nextInt(book.registers());
        int known = random.nextInt(book.dayOf(register), school.time().days());
        return new Asked(
                book.path(register) + "?asOf=" + school.time().nightAfter(known),
                answer -> isRight(answer, register, known));
    }

    private boolean isRight(JsonNode answer, int register, int known) {
        Map<String, String> codes = new HashMap<>();
        List<Integer> amendments = new ArrayList<>();
        for (JsonNode mark : answer.path("marks")) {
            codes.put(mark.path("pupilId").asString(""), mark.path("code").asString(""));
            amendments.add(mark.path("amendments").size());
        }
        Map<String, String> posted = new HashMap<>();
        int first = school.book().classroom(register).firstPupil();
        List<String> said = school.book().codes(register, known);
        for (int place = 0; place < said.size(); place++) {
            posted.put(Forms.pupilId(first + place), said.get(place));
        }
        long amended = school.book()
                .correctionsOf(register)
                .filter(each -> each.day() <= known)
                .count();
        return codes.equals(posted)
                && amendments.stream().mapToInt(Integer::intValue).sum() == amended
                && answer.path("missing").isEmpty();
    }
}
