package uk.muster.query.console.action;

import java.util.List;
import uk.muster.query.console.command.Form;

/**
 * A page with one form.
 *
 * @param about whom or what it is about
 * @param action where it is sent
 * @param back where one goes who records nothing, and whoever recorded something
 */
public record ActionPage(
        String title, String about, String action, String button, List<Field> fields, Form form, String back) {

    ActionPage with(Form changed) {
        return new ActionPage(title, about, action, button, fields, changed, back);
    }
}
