package uk.muster.kernel.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** The one JSON mapper of the kernel's language: identities as plain strings, dates in ISO 8601, what is null left out. */
public final class KernelJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(identities())
            .build();

    private KernelJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static SimpleModule identities() {
        SimpleModule module = new SimpleModule("muster-identities");
        text(module, Urn.class, Urn::toString, Urn::parse);
        text(module, PupilId.class, PupilId::value, PupilId::new);
        text(module, PupilNumber.class, PupilNumber::value, PupilNumber::new);
        text(module, GroupId.class, GroupId::value, GroupId::new);
        text(module, RegisterId.class, RegisterId::toString, RegisterId::parse);
        text(module, AcademicYear.class, AcademicYear::toString, AcademicYear::parse);
        text(module, Enrolment.class, Enrolment::status, KernelJson::enrolment);
        text(module, Sealed.class, Sealed::token, Sealed::new);
        module.addDeserializer(Instant.class, new InstantReader());
        return module;
    }

    private static Enrolment enrolment(String status) {
        return Enrolment.ofStatus(status)
                .orElseThrow(() -> new IllegalArgumentException("An enrolment status is C, M or S."));
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(json.getString());
            }
        });
    }
}
