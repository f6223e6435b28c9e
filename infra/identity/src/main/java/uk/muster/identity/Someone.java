package uk.muster.identity;

import java.util.List;

/**
 * An invented person.
 *
 * @param id what the school's systems call the person, and the claim {@code sub}
 * @param place where they work, in words
 * @param roles as the contract names them
 * @param schools URNs, or {@code *} for every school
 */
record Someone(String id, String name, String position, String place, List<String> roles, List<String> schools) {

    Someone {
        roles = List.copyOf(roles);
        schools = List.copyOf(schools);
    }
}
