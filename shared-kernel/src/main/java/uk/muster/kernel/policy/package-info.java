/**
 * A school's attendance policy: profiles of named policies, a national baseline below them and a school's own overlay above, checked when
 * a school takes them on. Ids such as {@code HCAT-14} or {@code CS-X01} in profiles and comments are those of the policies' rules.
 */
@NullMarked
package uk.muster.kernel.policy;

import org.jspecify.annotations.NullMarked;
