package uk.muster.kernel.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import uk.muster.kernel.event.PackedMarks.Extra;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.sealing.Sealed;

/**
 * A class's marks packed: {@code {"pupils":"<20 characters each>","codes":"/ / L N","extras":{"2":{"minutesLate":5,"detail":"<sealed>"}}}},
 * the pupils joined without a gap, the codes in the same order with a space between, and only the few marks with more to say apart, by
 * their place from 0. Thirty marks are about 700 bytes, so that an event stays below PostgreSQL's threshold for moving values out of line.
 */
final class MarksWire {

    private MarksWire() {}

    static final class Writer extends ValueSerializer<List<Mark>> {

        @Override
        public void serialize(List<Mark> marks, JsonGenerator json, SerializationContext context) {
            StringBuilder pupils = new StringBuilder(marks.size() * PupilNumber.LENGTH);
            StringBuilder codes = new StringBuilder(marks.size() * 2);
            boolean extras = false;
            for (Mark mark : marks) {
                pupils.append(mark.pupil().value());
                codes.append(codes.isEmpty() ? "" : " ").append(mark.code());
                extras |= hasMore(mark);
            }
            json.writeStartObject();
            json.writeStringProperty("pupils", pupils.toString());
            json.writeStringProperty("codes", codes.toString());
            if (extras) {
                json.writeObjectPropertyStart("extras");
                for (int place = 0; place < marks.size(); place++) {
                    if (hasMore(marks.get(place))) {
                        writeExtra(place, marks.get(place), json);
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }

        private static boolean hasMore(Mark mark) {
            return mark.minutesLate() != null || mark.detail() != null;
        }

        private static void writeExtra(int place, Mark mark, JsonGenerator json) {
            json.writeObjectPropertyStart(Integer.toString(place));
            Integer minutes = mark.minutesLate();
            if (minutes != null) {
                json.writeNumberProperty("minutesLate", minutes);
            }
            Sealed detail = mark.detail();
            if (detail != null) {
                json.writeStringProperty("detail", detail.token());
            }
            json.writeEndObject();
        }
    }

    static final class Reader extends ValueDeserializer<List<Mark>> {

        @Override
        public List<Mark> deserialize(JsonParser json, DeserializationContext context) {
            JsonNode packed = context.readTree(json);
            Map<Integer, Extra> extras = new HashMap<>();
            packed.path("extras")
                    .properties()
                    .forEach(each -> extras.put(Integer.valueOf(each.getKey()), extra(each.getValue())));
            return new PackedMarks(
                    packed.get("pupils").asString(), packed.get("codes").asString(), extras);
        }

        private static Extra extra(JsonNode extra) {
            JsonNode minutesLate = extra.get("minutesLate");
            JsonNode detail = extra.get("detail");
            return new Extra(
                    minutesLate == null ? null : Integer.valueOf(minutesLate.asInt()),
                    detail == null ? null : new Sealed(detail.asString()));
        }
    }
}
