/** For what somebody at the console looks: said once, it goes on record with every page until they sign out or say something else. */
@NullMarked
package uk.muster.query.console.purpose;

import org.jspecify.annotations.NullMarked;
