package uk.muster.benchmarks.morning;

import java.util.BitSet;

/**
 * What was acknowledged against what is there.
 *
 * @param lost acknowledged, not in the ledger
 * @param unasked in the ledger, never acknowledged: refused or never sent
 * @param twice taken more than once
 * @param different in the ledger with other marks, or out of order
 * @param unreadable acknowledged, but query-service shows other marks or none
 */
record MorningComparison(
        long acknowledged, long inLedger, long lost, long unasked, long twice, long different, long unreadable) {

    static MorningComparison of(BitSet acknowledged, LedgerCheck ledger, BitSet readAsSent) {
        return new MorningComparison(
                acknowledged.cardinality(),
                ledger.found().cardinality(),
                without(acknowledged, ledger.found()),
                without(ledger.found(), acknowledged) + ledger.strange(),
                ledger.twice(),
                ledger.different(),
                without(acknowledged, readAsSent));
    }

    boolean isWhole() {
        return lost + unasked + twice + different + unreadable == 0;
    }

    private static long without(BitSet all, BitSet some) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(some);
        return rest.cardinality();
    }
}
