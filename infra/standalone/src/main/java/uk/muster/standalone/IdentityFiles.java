package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A key pair in PEM: {@code private.pem} (PKCS #8), which signs tokens, and {@code public.pem} (SubjectPublicKeyInfo),
 * which the services check them with.
 */
record IdentityFiles(Path folder) {

    Path publicKeyFile() {
        return folder.resolve("public.pem");
    }

    /** Who can sign in to the console; the provider makes it. */
    Path peopleFile() {
        return folder.resolve("people.json");
    }

    Path privateKeyFile() {
        return folder.resolve("private.pem");
    }

    boolean exist() {
        return Files.exists(privateKeyFile()) && Files.exists(publicKeyFile());
    }

    void write(KeyPair pair) throws IOException {
        DataFolder.writePrivate(publicKeyFile(), pem("PUBLIC KEY", pair.getPublic()));
        DataFolder.writePrivate(privateKeyFile(), pem("PRIVATE KEY", pair.getPrivate()));
    }

    RSAPrivateKey privateKey() throws IOException, GeneralSecurityException {
        var body = Files.readString(privateKeyFile()).replaceAll("-----[A-Z ]+-----", "");
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
        return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
    }

    static String pem(String label, Key key) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
