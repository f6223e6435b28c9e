package uk.muster.kernel.event;

/** A fact that was recorded and is never changed. */
public sealed interface MusterEvent permits SchoolEvent, PupilEvent, RegisterEvent, AbsenceEvent, RetentionEvent {}
