package uk.muster.query.atrisk;

import java.util.List;
import uk.muster.kernel.code.Rate;

/**
 * A pupil in the list with their weeks.
 *
 * @param weeks the rates of the year's school weeks up to today, in order
 */
public record AtRiskPupil(AtRiskLine line, List<Rate> weeks) {}
