/**
 * The codes of the attendance register: what each means, when it may be recorded, and what it does to a pupil's figures. The rules are
 * those of the School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208, "reg" below) and of the guidance
 * "Working together to improve school attendance".
 */
@NullMarked
package uk.muster.kernel.code;

import org.jspecify.annotations.NullMarked;
