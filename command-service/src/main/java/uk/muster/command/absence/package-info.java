/** Following up a pupil's absences: reports, attempts at contact, visits, assessments, escalations, forecasts, and decisions about unexplained sessions. */
@NullMarked
package uk.muster.command.absence;

import org.jspecify.annotations.NullMarked;
