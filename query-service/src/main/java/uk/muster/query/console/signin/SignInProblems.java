package uk.muster.query.console.signin;

import uk.muster.http.problem.Problem;

/** What can be wrong with a person's sign-in. */
public final class SignInProblems {

    /** 403: a form was sent without the token of its session, which has most likely ended since. */
    public static final Problem SESSION_ENDED = Problem.of(
            "session-ended",
            "Your session has ended",
            403,
            "Nothing was recorded. Sign in again, then fill in the form again.");

    /** 401: the provider did not vouch for the person, or not with a token that Muster takes. */
    static final Problem NOT_SIGNED_IN = Problem.of(
            "not-signed-in",
            "You are not signed in",
            401,
            "The sign-in was not completed, or your account has no place in Muster.");

    private SignInProblems() {}
}
