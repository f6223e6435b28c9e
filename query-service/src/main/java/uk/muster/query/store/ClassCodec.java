package uk.muster.query.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.query.store.ClassDocument.Known;
import uk.muster.query.store.ClassDocument.Member;
import uk.muster.query.store.ClassDocument.Spell;

/**
 * {@code {_id, p: position, m: members}}. The members are one binary value, as facts are in {@link StreamCodec}; numbers are big endian. Each member is: pupil
 * number (20 bytes of ASCII), the length of the MIS's id (1, 0 where there is none) and the id, how often their days were recorded (4), and for each time: when, in
 * microseconds since 1970 (8), how many spells (4), and of each the first and the last day, in days since 1970 (4 and 4, the least number for no end).
 */
final class ClassCodec implements Codec<ClassDocument> {

    private static final int NO_END = Integer.MIN_VALUE;
    private static final int KNOWN_BYTES = 8 + 4;
    private static final int SPELL_BYTES = 4 + 4;

    @Override
    public void encode(BsonWriter out, ClassDocument document, EncoderContext context) {
        out.writeStartDocument();
        out.writeString("_id", document.id());
        out.writeInt64("p", document.position());
        out.writeBinaryData("m", new BsonBinary(pack(document.members())));
        out.writeEndDocument();
    }

    @Override
    public ClassDocument decode(BsonReader in, DecoderContext context) {
        in.readStartDocument();
        String id = in.readString("_id");
        long position = in.readInt64("p");
        SortedMap<PupilNumber, Member> members = unpack(in.readBinaryData("m").getData());
        in.readEndDocument();
        return new ClassDocument(id, position, members);
    }

    private static byte[] pack(Map<PupilNumber, Member> members) {
        ByteBuffer packed = ByteBuffer.allocate(
                members.values().stream().mapToInt(ClassCodec::size).sum());
        members.forEach((pupil, member) -> {
            byte[] id = idOf(member);
            packed.put(pupil.value().getBytes(StandardCharsets.US_ASCII))
                    .put((byte) id.length)
                    .put(id)
                    .putInt(member.known().size());
            member.known().forEach(known -> put(known, packed));
        });
        return packed.array();
    }

    private static int size(Member member) {
        return PupilNumber.LENGTH
                + 1
                + idOf(member).length
                + 4
                + member.known().stream()
                        .mapToInt(known -> KNOWN_BYTES + known.spells().size() * SPELL_BYTES)
                        .sum();
    }

    private static byte[] idOf(Member member) {
        String id = member.pupilId();
        return id == null ? new byte[0] : id.getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(Known known, ByteBuffer packed) {
        packed.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, known.recordedAt()))
                .putInt(known.spells().size());
        for (Spell spell : known.spells()) {
            LocalDate until = spell.until();
            packed.putInt((int) spell.from().toEpochDay()).putInt(until == null ? NO_END : (int) until.toEpochDay());
        }
    }

    private static SortedMap<PupilNumber, Member> unpack(byte[] packed) {
        SortedMap<PupilNumber, Member> members = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(packed);
        while (in.hasRemaining()) {
            PupilNumber pupil = new PupilNumber(text(in, PupilNumber.LENGTH));
            int length = in.get();
            String id = length == 0 ? null : text(in, length);
            members.put(pupil, new Member(id, list(in, ClassCodec::known)));
        }
        return members;
    }

    private static Known known(ByteBuffer in) {
        Instant recordedAt = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
        return new Known(recordedAt, list(in, ClassCodec::spell));
    }

    private static Spell spell(ByteBuffer in) {
        return new Spell(LocalDate.ofEpochDay(in.getInt()), end(in.getInt()));
    }

    private static @Nullable LocalDate end(int day) {
        return day == NO_END ? null : LocalDate.ofEpochDay(day);
    }

    private static <T> List<T> list(ByteBuffer in, Function<ByteBuffer, T> read) {
        int count = in.getInt();
        List<T> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(read.apply(in));
        }
        return all;
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public Class<ClassDocument> getEncoderClass() {
        return ClassDocument.class;
    }
}
