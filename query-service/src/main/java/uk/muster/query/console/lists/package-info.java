/** Lists that a school looks over: who is at risk, whose absence without leave adds up, who is late. Each also as a table for a spreadsheet. */
@NullMarked
package uk.muster.query.console.lists;

import org.jspecify.annotations.NullMarked;
