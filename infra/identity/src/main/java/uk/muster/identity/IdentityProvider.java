package uk.muster.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The program. It answers on 127.0.0.1 alone and keeps nothing but in memory. */
@SpringBootApplication
@EnableConfigurationProperties(ProviderSettings.class)
public class IdentityProvider {

    public static void main(String[] args) {
        SpringApplication.run(IdentityProvider.class, args);
    }
}
