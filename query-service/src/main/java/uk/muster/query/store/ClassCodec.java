package uk.muster.query.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.query.store.ClassDocument.Member;
import uk.muster.query.store.ClassDocument.Spell;

/** {@code {_id, p: position, m: {<pupil number>: {i: MIS id or null, s: [from, until or null, ...]}}}}, days since 1970. */
final class ClassCodec implements Codec<ClassDocument> {

    @Override
    public void encode(BsonWriter out, ClassDocument document, EncoderContext context) {
        out.writeStartDocument();
        out.writeString("_id", document.id());
        out.writeInt64("p", document.position());
        out.writeStartDocument("m");
        document.members().forEach((pupil, member) -> write(out, pupil, member));
        out.writeEndDocument();
        out.writeEndDocument();
    }

    private static void write(BsonWriter out, PupilNumber pupil, Member member) {
        out.writeStartDocument(pupil.value());
        out.writeName("i");
        if (member.pupilId() == null) {
            out.writeNull();
        } else {
            out.writeString(member.pupilId());
        }
        out.writeStartArray("s");
        for (Spell spell : member.spells()) {
            out.writeInt64(spell.from().toEpochDay());
            if (spell.until() == null) {
                out.writeNull();
            } else {
                out.writeInt64(spell.until().toEpochDay());
            }
        }
        out.writeEndArray();
        out.writeEndDocument();
    }

    @Override
    public ClassDocument decode(BsonReader in, DecoderContext context) {
        in.readStartDocument();
        String id = in.readString("_id");
        long position = in.readInt64("p");
        in.readName("m");
        in.readStartDocument();
        SortedMap<PupilNumber, Member> members = new TreeMap<>();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            members.put(new PupilNumber(in.readName()), member(in));
        }
        in.readEndDocument();
        in.readEndDocument();
        return new ClassDocument(id, position, members);
    }

    private static Member member(BsonReader in) {
        in.readStartDocument();
        in.readName("i");
        String pupilId = in.getCurrentBsonType() == BsonType.NULL ? none(in) : in.readString();
        in.readName("s");
        in.readStartArray();
        List<Spell> spells = new ArrayList<>(1);
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            spells.add(new Spell(LocalDate.ofEpochDay(in.readInt64()), end(in)));
        }
        in.readEndArray();
        in.readEndDocument();
        return new Member(pupilId, spells);
    }

    private static @Nullable LocalDate end(BsonReader in) {
        if (in.readBsonType() == BsonType.NULL) {
            in.readNull();
            return null;
        }
        return LocalDate.ofEpochDay(in.readInt64());
    }

    private static @Nullable String none(BsonReader in) {
        in.readNull();
        return null;
    }

    @Override
    public Class<ClassDocument> getEncoderClass() {
        return ClassDocument.class;
    }
}
