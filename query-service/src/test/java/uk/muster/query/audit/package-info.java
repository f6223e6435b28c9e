/** Tests of the auditor's questions. */
@NullMarked
package uk.muster.query.audit;

import org.jspecify.annotations.NullMarked;
