/**
 * Everything on one machine with one command: a real PostgreSQL, a real Kafka broker, a document store that speaks
 * MongoDB's wire protocol and the two services, all kept in one data folder, started, watched and stopped together.
 */
@NullMarked
package uk.muster.standalone;

import org.jspecify.annotations.NullMarked;
