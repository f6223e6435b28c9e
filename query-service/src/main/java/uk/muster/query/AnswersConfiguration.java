package uk.muster.query;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uk.muster.kernel.sealing.MasterKeyFile;
import uk.muster.query.access.Looks;
import uk.muster.query.atrisk.AtRiskLists;
import uk.muster.query.attendance.AttendanceReader;
import uk.muster.query.board.MorningBoardReader;
import uk.muster.query.board.NotInReader;
import uk.muster.query.chronology.Absences;
import uk.muster.query.chronology.ChronologyReader;
import uk.muster.query.ingest.Progress;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.SubjectKeys;
import uk.muster.query.keys.WrappedKeys;
import uk.muster.query.position.AwaitInterceptor;
import uk.muster.query.position.Awaiting;
import uk.muster.query.punctuality.PunctualityLists;
import uk.muster.query.pupil.PupilLists;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.ClassPageReader;
import uk.muster.query.register.RegisterReader;
import uk.muster.query.register.Registers;
import uk.muster.query.reward.RewardLists;
import uk.muster.query.school.Schools;
import uk.muster.query.school.Trusts;
import uk.muster.query.sheet.Sheets;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.task.TaskLists;

/** Who answers what. */
@Configuration(proxyBeanMethods = false)
class AnswersConfiguration {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** What a pupil takes in a sheet, with marks of two years. Sheets have a third of the heap: half a gigabyte holds twenty thousand pupils. */
    private static final long PUPIL_BYTES = 8_192;

    @Bean
    WebMvcConfigurer awaitingPositions(Progress progress, LiveProjection live) {
        AwaitInterceptor interceptor = new AwaitInterceptor(new Awaiting(progress, live), LONGEST_WAIT);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor).order(Integer.MAX_VALUE);
            }
        };
    }

    @Bean
    SubjectKeys subjectKeys(WrappedKeys wrappedKeys, QuerySettings settings) {
        return new SubjectKeys(wrappedKeys, MasterKeyFile.open(settings.keys().masterFile()));
    }

    @Bean
    Opener opener(SubjectKeys keys) {
        return new Opener(keys);
    }

    @Bean
    Schools schools(LiveProjection live) {
        return new Schools(live::get);
    }

    @Bean
    Pupils pupils(LiveProjection live, Opener opener) {
        return new Pupils(live::get, opener);
    }

    @Bean
    Registers registers(LiveProjection live) {
        return new Registers(live::get);
    }

    @Bean
    Sheets sheets(LiveProjection live, Interruptions interruptions, InstantSource businessClock) {
        return new Sheets(
                live, interruptions, businessClock, Runtime.getRuntime().maxMemory() / 3 / PUPIL_BYTES);
    }

    @Bean
    Absences absences(LiveProjection live) {
        return new Absences(live::get);
    }

    @Bean
    RegisterReader registerReader(Schools schools, Pupils pupils, Registers registers, Opener opener, Looks looks) {
        return new RegisterReader(schools, pupils, registers, opener, looks);
    }

    @Bean
    ClassPageReader classPageReader(Schools schools, Pupils pupils, Registers registers, Looks looks) {
        return new ClassPageReader(schools, pupils, registers, looks);
    }

    @Bean
    MorningBoardReader morningBoardReader(
            Schools schools, Pupils pupils, Registers registers, InstantSource businessClock) {
        return new MorningBoardReader(schools, pupils, registers, businessClock);
    }

    @Bean
    NotInReader notInReader(Schools schools, Pupils pupils, Absences absences) {
        return new NotInReader(schools, pupils, absences);
    }

    @Bean
    ChronologyReader chronologyReader(
            Schools schools,
            Pupils pupils,
            Registers registers,
            Absences absences,
            Opener opener,
            InstantSource businessClock,
            Looks looks) {
        return new ChronologyReader(schools, pupils, registers, absences, opener, businessClock, looks);
    }

    @Bean
    TaskLists taskLists(
            LiveProjection live, Schools schools, Pupils pupils, Opener opener, InstantSource businessClock) {
        return new TaskLists(live::get, schools, pupils, opener, businessClock);
    }

    @Bean
    AttendanceReader attendanceReader(
            Schools schools, Pupils pupils, Registers registers, InstantSource businessClock, Looks looks) {
        return new AttendanceReader(schools, pupils, registers, businessClock, looks);
    }

    @Bean
    PupilOpener pupilOpener(Opener opener) {
        return new PupilOpener(opener);
    }

    @Bean
    Trusts trusts(LiveProjection live, Schools schools) {
        return new Trusts(live::get, schools);
    }

    @Bean
    AtRiskLists atRiskLists(
            Sheets sheets, Schools schools, Pupils pupils, PupilOpener opener, InstantSource businessClock) {
        return new AtRiskLists(sheets, schools, pupils, opener, businessClock);
    }

    @Bean
    PunctualityLists punctualityLists(Sheets sheets, PupilOpener opener, InstantSource businessClock) {
        return new PunctualityLists(sheets, opener, businessClock);
    }

    @Bean
    RewardLists rewardLists(Sheets sheets, PupilOpener opener, InstantSource businessClock) {
        return new RewardLists(sheets, opener, businessClock);
    }

    @Bean
    PupilLists pupilLists(Schools schools, Pupils pupils, PupilOpener opener, InstantSource businessClock) {
        return new PupilLists(schools, pupils, opener, businessClock);
    }
}
