/** What people record from the pages: a form each, one template for all, sent to command-service in the person's own name. */
@NullMarked
package uk.muster.query.console.action;

import org.jspecify.annotations.NullMarked;
