/** The console as people use it, in a browser: each page by those who work in it, with what they do there. */
@NullMarked
package uk.muster.acceptance.console;

import org.jspecify.annotations.NullMarked;
