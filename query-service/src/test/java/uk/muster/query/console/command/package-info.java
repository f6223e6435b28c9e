@NullMarked
package uk.muster.query.console.command;

import org.jspecify.annotations.NullMarked;
