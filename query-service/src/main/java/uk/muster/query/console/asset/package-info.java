/** Stylesheets, scripts and images of the pages: made once at the start, under addresses that change with their content. */
@NullMarked
package uk.muster.query.console.asset;

import org.jspecify.annotations.NullMarked;
