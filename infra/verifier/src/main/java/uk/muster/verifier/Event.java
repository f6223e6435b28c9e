package uk.muster.verifier;

/**
 * An event that holds by itself: its hash is that of its content, and what it shows follows from it.
 *
 * @param line the number of its line, from 1
 * @param position its number in the ledger
 * @param urn its school
 * @param hash its hash, 32 bytes
 * @param previousHash of the event before it of its school, 32 zero bytes for the first
 */
@SuppressWarnings("ArrayRecordComponent") // compared as hashes, never as records
record Event(long line, long position, String urn, byte[] hash, byte[] previousHash) {}
