/** The register as paper had it: a class and its week, what was amended, and how it stood at any instant. */
@NullMarked
package uk.muster.query.console.register;

import org.jspecify.annotations.NullMarked;
