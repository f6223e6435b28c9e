/** The keys under which what is personal is sealed, wrapped by the master key and kept in PostgreSQL. */
@NullMarked
package uk.muster.command.keys;

import org.jspecify.annotations.NullMarked;
