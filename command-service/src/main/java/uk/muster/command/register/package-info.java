/** The register: taking and completing it, late arrivals and amendments, each decided by a pure function over what the register says. */
@NullMarked
package uk.muster.command.register;

import org.jspecify.annotations.NullMarked;
