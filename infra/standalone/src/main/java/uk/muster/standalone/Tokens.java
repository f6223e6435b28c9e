package uk.muster.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import uk.muster.kernel.identity.Urn;

/** Issues bearer tokens that one standalone instance accepts. Safe for use by many threads. */
public final class Tokens {

    /** Who may do what is the HTTP contract's table; these are its rows. */
    public static final List<String> ROLES = List.of(
            "mis-integration",
            "class-teacher",
            "attendance-officer",
            "safeguarding-lead",
            "head",
            "trust-executive",
            "auditor",
            "admin");

    /** In place of a list of schools: every school. */
    public static final String EVERY_SCHOOL = "*";

    /** How long a token is good for, by the machine's time. */
    public static final Duration LIFE = Duration.ofHours(12);

    private final RSASSASigner signer;

    private Tokens(RSAPrivateKey key) {
        this.signer = new RSASSASigner(key);
    }

    /**
     * The tokens of the instance in this data folder, whether it runs or not.
     *
     * @throws LaunchProblem when no instance was ever started there
     */
    public static Tokens of(Path data) {
        var folder = new DataFolder(data);
        var identity = new IdentityFiles(folder.identity());
        if (!identity.exist()) {
            throw new LaunchProblem(
                    "There is no Muster in %s yet: start one there first with ./muster up, or name its folder with --data."
                            .formatted(folder.root()));
        }
        try {
            return new Tokens(identity.privateKey());
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchProblem("The key in %s cannot be read: %s".formatted(folder.identity(), e.getMessage()), e);
        }
    }

    /**
     * A token as it goes after {@code Authorization: Bearer}.
     *
     * @param subject the calling system or person
     * @param roles one or more of {@link #ROLES}
     * @param schools URNs of six digits, or {@link #EVERY_SCHOOL} alone
     * @throws LaunchProblem when a role or a school is none
     */
    public String issue(String subject, Collection<String> roles, Collection<String> schools) {
        check(roles, schools);
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("roles", List.copyOf(roles))
                .claim("schools", List.copyOf(schools))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("RS256 is part of every Java platform", e);
        }
        return token.serialize();
    }

    private static void check(Collection<String> roles, Collection<String> schools) {
        for (var role : roles) {
            if (!ROLES.contains(role)) {
                throw new LaunchProblem("'%s' is no role: give one of %s.".formatted(role, String.join(", ", ROLES)));
            }
        }
        for (var school : schools) {
            if (school.equals(EVERY_SCHOOL)) {
                if (schools.size() > 1) {
                    throw new LaunchProblem("'*' stands for every school: give it alone or name the schools.");
                }
            } else if (!Urn.isValid(school)) {
                throw new LaunchProblem("'%s' is no URN: give six digits, or '*' for every school.".formatted(school));
            }
        }
    }
}
