package uk.muster.query.pupil;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared: without accents and capitals. */
final class PlainText {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private PlainText() {}

    static String of(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
