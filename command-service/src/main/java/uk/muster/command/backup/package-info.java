/**
 * Copies of the whole database in one file each, made while everything runs, checked after they are written, and put back into an empty database. Keys in
 * them are wrapped; those that were destroyed since are destroyed again before a copy is used.
 */
@NullMarked
package uk.muster.command.backup;

import org.jspecify.annotations.NullMarked;
