package uk.muster.query.console.shell;

import uk.muster.http.problem.Problem;
import uk.muster.query.console.signin.SignInProblems;

/** What went wrong, in words for a person. */
public record FaultPage(String title, String what, String then) {

    static FaultPage of(Problem problem) {
        if (problem.equals(SignInProblems.SESSION_ENDED)) {
            return new FaultPage(problem.title(), problem.detail(), "Go to the start to sign in.");
        }
        return switch (problem.status()) {
            case 401 -> new FaultPage("You are not signed in", problem.detail(), "Go to the start to sign in.");
            case 403 ->
                new FaultPage(
                        "You can’t see this page",
                        "Your role does not go that far.",
                        "If you need it for your work, ask whoever gives out the roles at your school.");
            case 404 ->
                new FaultPage(
                        "Page not found", problem.detail(), "If you typed the address, check that it is correct.");
            case 503 ->
                new FaultPage(
                        "Sorry, Muster can’t answer right now",
                        problem.detail(),
                        "Nothing is lost. Try again in a few seconds.");
            default ->
                problem.status() < 500
                        ? new FaultPage("Muster can’t read this", problem.detail(), "Go back and check what was asked.")
                        : new FaultPage(
                                "Sorry, something went wrong",
                                "This page could not be made.",
                                "Try again. If it happens again, tell whoever looks after Muster at your school.");
        };
    }
}
