package uk.muster.http.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A public key in a PEM file ({@code -----BEGIN PUBLIC KEY-----}, RFC 7468). */
final class PublicKeyFile {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private PublicKeyFile() {}

    /**
     * @return an RSA or EC public key
     * @throws IllegalArgumentException when the file holds no such key
     * @throws UncheckedIOException when it cannot be read
     */
    static PublicKey read(Path file) {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(der(file));
        try {
            return KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (InvalidKeySpecException notRsa) {
            try {
                return KeyFactory.getInstance("EC").generatePublic(spec);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(file + " holds neither an RSA nor an EC public key.", e);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows RSA.", e);
        }
    }

    private static byte[] der(Path file) {
        String pem;
        try {
            pem = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The public key of tokens cannot be read: " + file, e);
        }
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(file + " is not a PEM file with one public key.");
        }
        return Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    }
}
