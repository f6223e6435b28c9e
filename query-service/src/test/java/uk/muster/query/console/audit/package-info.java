/** Tests of the auditor's pages over HTTP. */
@NullMarked
package uk.muster.query.console.audit;

import org.jspecify.annotations.NullMarked;
