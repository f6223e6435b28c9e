package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** A document as BSON. */
final class DocumentType extends BasicDataType<Document> {

    /** A register of thirty is about 1 kB; what the store's cache is counted by need be no closer. */
    private static final int ABOUT = 2_048;

    @Override
    public int getMemory(Document document) {
        return ABOUT;
    }

    @Override
    public boolean isMemoryEstimationAllowed() {
        return true;
    }

    @Override
    public void write(WriteBuffer out, Document document) {
        ByteBuf bytes = Unpooled.buffer(ABOUT);
        BsonEncoder.encodeDocument(document, bytes);
        out.put(bytes.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer in) {
        ByteBuf bytes = Unpooled.wrappedBuffer(in);
        Document document = BsonDecoder.decodeBson(bytes);
        in.position(in.position() + bytes.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
