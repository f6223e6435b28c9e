/**
 * Who looks at the pages: sign-in at an OIDC provider, the session, and what a browser is told to allow. The API beside them knows none of this: it
 * takes bearer tokens and nothing else.
 */
@NullMarked
package uk.muster.query.console.signin;

import org.jspecify.annotations.NullMarked;
