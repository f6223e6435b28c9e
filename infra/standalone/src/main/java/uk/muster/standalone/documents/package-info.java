/** The document store's file: mongo-java-server's H2 backend with its maps typed, so that nothing in them is serialized by Java. */
@NullMarked
package uk.muster.standalone.documents;

import org.jspecify.annotations.NullMarked;
