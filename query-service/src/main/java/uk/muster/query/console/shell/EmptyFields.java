package uk.muster.query.console.shell;

import java.beans.PropertyEditorSupport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;

/** A browser sends a field that was left empty as an empty text: on pages that is a field that was not sent. */
@ControllerAdvice("uk.muster.query.console")
final class EmptyFields {

    private static final List<Class<?>> TYPES =
            List.of(Urn.class, PupilId.class, GroupId.class, SessionHalf.class, LocalDate.class, Instant.class);

    @InitBinder
    void register(WebDataBinder binder) {
        ConversionService conversion = Objects.requireNonNull(binder.getConversionService());
        TYPES.forEach(type -> binder.registerCustomEditor(type, new EmptyAsAbsent(type, conversion)));
    }

    private static final class EmptyAsAbsent extends PropertyEditorSupport {

        private final Class<?> type;
        private final ConversionService conversion;

        EmptyAsAbsent(Class<?> type, ConversionService conversion) {
            this.type = type;
            this.conversion = conversion;
        }

        @Override
        public void setAsText(String text) {
            setValue(text.isEmpty() ? null : conversion.convert(text, type));
        }
    }
}
