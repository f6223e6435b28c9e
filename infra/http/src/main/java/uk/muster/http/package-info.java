/** What both services speak HTTP with. */
@NullMarked
package uk.muster.http;

import org.jspecify.annotations.NullMarked;
