/**
 * What people do on the pages: a form becomes a command of command-service, sent with the person's own token. A page declares its fields in a
 * {@link uk.muster.query.console.command.Form}, sends what was filled in by {@link uk.muster.query.console.command.CommandClient}, and either goes on
 * or shows the form again with what was wrong beside each field. What was recorded is in the next page that is read.
 */
@NullMarked
package uk.muster.query.console.command;

import org.jspecify.annotations.NullMarked;
