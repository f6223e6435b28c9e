/** The console: pages for people, made on the server out of what the other packages read. Works without scripts; every page has its endpoint's rule. */
@NullMarked
package uk.muster.query.console;

import org.jspecify.annotations.NullMarked;
