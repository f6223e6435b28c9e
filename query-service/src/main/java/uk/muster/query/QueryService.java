package uk.muster.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;
import uk.muster.http.HttpConfiguration;

/** Answers what was recorded. Starts whether or not its neighbours are there, answers 503 while one is away, and mends itself. */
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(QuerySettings.class)
@Import(HttpConfiguration.class)
public class QueryService {

    public static void main(String[] args) {
        SpringApplication.run(QueryService.class, args);
    }
}
