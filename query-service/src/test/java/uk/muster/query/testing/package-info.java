/** What tests of the query side are written with: a ledger in memory, keys of its own, and a document store in this process. */
@NullMarked
package uk.muster.query.testing;

import org.jspecify.annotations.NullMarked;
