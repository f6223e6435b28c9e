/** What a decision is: facts to record and the answer to give, or a refusal. Decisions are pure functions of state and command. */
@NullMarked
package uk.muster.command.decision;

import org.jspecify.annotations.NullMarked;
