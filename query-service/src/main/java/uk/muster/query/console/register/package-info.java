/** The register as paper had it: a class with its week or its term, what was amended, and how it stood at any instant. */
@NullMarked
package uk.muster.query.console.register;

import org.jspecify.annotations.NullMarked;
