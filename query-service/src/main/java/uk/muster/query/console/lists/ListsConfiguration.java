package uk.muster.query.console.lists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.atrisk.AtRiskLists;
import uk.muster.query.school.Schools;

/** Who puts lists into words. */
@Configuration(proxyBeanMethods = false)
class ListsConfiguration {

    @Bean
    AtRiskPages atRiskPages(AtRiskLists lists, Schools schools) {
        return new AtRiskPages(lists, schools);
    }
}
