@NullMarked
package uk.muster.query.console.signin;

import org.jspecify.annotations.NullMarked;
