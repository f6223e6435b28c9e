package uk.muster.http.convention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;

/**
 * The JSON of answers: dates in ISO form, instants in UTC with six decimals, identities as strings, and null left out unless a field asks
 * for it ({@code @JsonInclude(ALWAYS)}).
 */
public final class WireJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule("muster")
                    .addSerializer(Instant.class, new InstantSerializer())
                    .addSerializer(AcademicYear.class, ToStringSerializer.instance)
                    .addSerializer(ContactId.class, ToStringSerializer.instance)
                    .addSerializer(GroupId.class, ToStringSerializer.instance)
                    .addSerializer(PupilId.class, ToStringSerializer.instance)
                    .addSerializer(PupilNumber.class, ToStringSerializer.instance)
                    .addSerializer(RegisterId.class, ToStringSerializer.instance)
                    .addSerializer(Urn.class, ToStringSerializer.instance))
            .build();

    private WireJson() {}

    /** The one mapper: immutable, and what controllers answer with. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static final class InstantSerializer extends StdSerializer<Instant> {

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializationContext context) {
            out.writeString(Times.print(instant));
        }
    }
}
