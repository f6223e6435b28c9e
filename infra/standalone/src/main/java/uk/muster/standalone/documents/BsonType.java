package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** A document as the bytes of its BSON, which begin with their own number. */
final class BsonType extends BasicDataType<byte[]> {

    /** A register of thirty is about 1 kB; what the store's cache is counted by, and its pages are cut by, need be no closer. */
    private static final int ABOUT = 2_048;

    static byte[] encode(Document document) {
        ByteBuf bytes = Unpooled.buffer(ABOUT);
        BsonEncoder.encodeDocument(document, bytes);
        return ByteBufUtil.getBytes(bytes);
    }

    static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    @Override
    public int getMemory(byte[] bson) {
        return ABOUT;
    }

    @Override
    public boolean isMemoryEstimationAllowed() {
        return true;
    }

    @Override
    public void write(WriteBuffer out, byte[] bson) {
        out.put(bson);
    }

    @Override
    public byte[] read(ByteBuffer in) {
        byte[] bson = new byte[Integer.reverseBytes(in.getInt(in.position()))];
        in.get(bson);
        return bson;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
