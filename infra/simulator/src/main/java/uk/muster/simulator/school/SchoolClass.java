package uk.muster.simulator.school;

import java.util.List;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;

/** A class that takes its register together: the years its pupils are in ({@code R}, {@code 1} to {@code 13}), how many, and its teacher. */
public record SchoolClass(GroupId group, List<String> years, int size, Person teacher) {}
