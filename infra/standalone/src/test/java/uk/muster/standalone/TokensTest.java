package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TokensTest {

    @TempDir
    private Path data;

    private Tokens tokens;

    @BeforeEach
    void makeSecrets() {
        new Secrets(new DataFolder(data)).make();
        tokens = Tokens.of(data);
    }

    @Test
    void aTokenNamesSubjectRolesAndSchoolsAndLastsTwelveHours() throws Exception {
        var token = SignedJWT.parse(tokens.issue("mis-1", List.of("head", "auditor"), List.of("100001", "100002")));
        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(claims.getSubject()).isEqualTo("mis-1");
        assertThat(claims.getStringListClaim("roles")).containsExactly("head", "auditor");
        assertThat(claims.getStringListClaim("schools")).containsExactly("100001", "100002");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void thePublicKeyOfTheFolderVerifiesATokenAndThatOfAnotherDoesNot(@TempDir Path other) throws Exception {
        new Secrets(new DataFolder(other)).make();
        var token = SignedJWT.parse(tokens.issue("mis-1", List.of("head"), List.of("*")));
        assertThat(token.verify(verifier(data))).isTrue();
        assertThat(token.verify(verifier(other))).isFalse();
    }

    private static RSASSAVerifier verifier(Path data) throws Exception {
        var pem = Files.readString(new IdentityFiles(new DataFolder(data).identity()).publicKeyFile());
        var key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return new RSASSAVerifier(
                (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
    }

    @Test
    void keysAreMadeOnceAndKept() throws Exception {
        var master = Files.readString(new DataFolder(data).masterKey());
        new Secrets(new DataFolder(data)).make();
        assertThat(new DataFolder(data).masterKey()).hasContent(master);
        assertThat(Base64.getDecoder().decode(master.strip())).hasSize(32);
    }

    @Test
    void aRoleOutsideTheContractIsRefusedWithThoseThatAreInIt() {
        assertThatThrownBy(() -> tokens.issue("x", List.of("headteacher"), List.of("*")))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("'headteacher' is no role")
                .hasMessageContaining("safeguarding-lead");
    }

    @Test
    void aSchoolIsSixDigitsOrAnAsteriskAlone() {
        assertThatThrownBy(() -> tokens.issue("x", List.of("head"), List.of("12345")))
                .hasMessageContaining("'12345' is no URN");
        assertThatThrownBy(() -> tokens.issue("x", List.of("head"), List.of("*", "100001")))
                .hasMessageContaining("alone");
    }

    @Test
    void theCommandPrintsTheTokenAlone() throws Exception {
        var printed = printedBy("--role", "head", "--role", "auditor", "--urn", "100001", "--data", data.toString());
        assertThat(printed.lines()).hasSize(1);
        assertThat(SignedJWT.parse(printed.strip()).getJWTClaimsSet().getSubject())
                .isEqualTo("standalone");
    }

    @Test
    void theCommandPrintsNothingOnStandardOutputWhenItRefuses() {
        assertThat(printedBy("--role", "nobody", "--urn", "100001", "--data", data.toString()))
                .isEmpty();
        assertThat(printedBy(
                        "--role",
                        "head",
                        "--urn",
                        "1",
                        "--data",
                        data.resolve("elsewhere").toString()))
                .isEmpty();
    }

    @Test
    void aFolderWithoutAnInstanceIsNamed() {
        assertThatThrownBy(() -> Tokens.of(data.resolve("elsewhere")))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("./muster up");
    }

    private static String printedBy(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            new CommandLine(new Token()).execute(arguments);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
