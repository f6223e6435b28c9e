package uk.muster.query.store;

import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import uk.muster.kernel.identity.Urn;

/**
 * Which trust a school names as its own: {@code {_id: urn, p: position, t: trust}}, the trust empty for a school of none.
 *
 * @param position of the event that said so
 */
public record TrustDocument(Urn urn, long position, String trust) {

    /** By which a trust's schools are looked for; there should be an index of it. */
    public static final String TRUST = "t";

    public BsonDocument write() {
        return new BsonDocument("_id", new BsonString(urn.toString()))
                .append("p", new BsonInt64(position))
                .append(TRUST, new BsonString(trust));
    }

    /** The school of a document. */
    public static Urn urn(BsonDocument document) {
        return Urn.parse(document.getString("_id").getValue());
    }
}
