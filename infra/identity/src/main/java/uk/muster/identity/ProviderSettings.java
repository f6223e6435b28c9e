package uk.muster.identity;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code muster.provider.*}.
 *
 * @param issuer own address, as browsers and the console reach it
 * @param privateKeyFile PKCS #8 in PEM, RSA: signs every token
 * @param publicKeyFile its public key in PEM, by which both services check access tokens
 * @param console base address of the console, the only place where people are sent back to
 * @param clientId what the console calls itself
 * @param clientSecret by which it shows that it is itself
 * @param peopleFile who there is: written with the people of the demo when it is not there
 */
@ConfigurationProperties("muster.provider")
record ProviderSettings(
        URI issuer,
        Path privateKeyFile,
        Path publicKeyFile,
        URI console,
        String clientId,
        String clientSecret,
        Path peopleFile) {

    /** It has a secret. */
    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
