/**
 * What leaves the school about one pupil: evidence packs for an authority or a court, with the registration certificate and the proofs behind it. A
 * pack says nothing of other children, and nothing that its purpose does not need.
 */
@NullMarked
package uk.muster.query.evidence;

import org.jspecify.annotations.NullMarked;
