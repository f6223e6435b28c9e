package uk.muster.command.penalty;

import java.time.LocalDate;
import java.util.List;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.School;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.penalty.Notice;
import uk.muster.kernel.penalty.NoticeMarks;

/** What is recorded elsewhere and decides about a notice. */
public interface NoticeFacts {

    /** The pupil's contacts, as the admission register has them; none when they were erased. */
    List<Contact> contacts(AbsenceStream absences);

    /**
     * The notices to the same adult for the same child at other schools. A move of school does not reset the limit.
     *
     * @param personRef what schools call the adult in common
     */
    List<Notice> elsewhere(RollPupil pupil, String personRef);

    /** The marks behind a notice issued on a day, by the registers of its school. */
    NoticeMarks marks(AbsenceStream absences, School school, RollPupil pupil, LocalDate issuedOn);
}
