package uk.muster.query.console.shell;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;
import uk.muster.query.console.asset.Assets;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.school.Schools;

/** What every page needs. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration {

    @Bean
    Pages pages(Schools schools, Assets assets) {
        return new Pages(schools, assets);
    }

    @Bean
    Identities identities(PupilOpener opener) {
        return new Identities(opener);
    }

    @Bean
    FaultPages faultPages(Pages pages, @Qualifier("thymeleafViewResolver") ViewResolver views) {
        return new FaultPages(pages, views);
    }
}
