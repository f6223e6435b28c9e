package uk.muster.query.console.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import uk.muster.http.problem.Problem;

/** Hands {@link SignedIn} to the controller methods of pages that want it. */
final class SignedInArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedIn.class;
    }

    /** @throws uk.muster.http.problem.ProblemException 401 when nobody is signed in */
    @Override
    public SignedIn resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return SignedIn.current().orElseThrow(() -> Problem.unauthenticated().asException());
    }
}
