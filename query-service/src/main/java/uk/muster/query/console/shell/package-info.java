/** What all pages have in common: header, navigation by role, the choice of a school, words for dates and people, and pages that say what went wrong. */
@NullMarked
package uk.muster.query.console.shell;

import org.jspecify.annotations.NullMarked;
