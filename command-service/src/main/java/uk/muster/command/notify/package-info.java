/**
 * Tells somebody outside the school of an unexplained absence, by e-mail and never twice (HCAT-115, KTS-50). What is to be told waits in the
 * outbox; the postman takes one message at a time, notes that before he hands it over, and notes what came of it. Where nobody can know whether it
 * arrived it is left at that, and a person has to ask.
 */
@NullMarked
package uk.muster.command.notify;

import org.jspecify.annotations.NullMarked;
