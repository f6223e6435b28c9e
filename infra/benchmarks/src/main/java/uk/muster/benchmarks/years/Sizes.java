package uk.muster.benchmarks.years;

/**
 * Room that the school takes.
 *
 * @param ledger bytes of the events with their indexes
 * @param ledgerWithoutIndexes bytes of the events alone
 * @param documents bytes of the document store's folder, what it has not yet cleaned up included
 */
record Sizes(long ledger, long ledgerWithoutIndexes, long documents) {}
