package uk.muster.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.roll.SchoolRoll;
import uk.muster.command.school.School;
import uk.muster.command.school.SchoolBook;

@AnalyzeClasses(packages = "uk.muster.command", importOptions = ImportOption.DoNotIncludeTests.class)
class CommandArchitectureTest {

    private static final String SCHOOL = "uk.muster.command.school..";
    private static final String PUPIL = "uk.muster.command.pupil..";
    private static final String REGISTER = "uk.muster.command.register..";
    private static final String ROLL = "uk.muster.command.roll..";

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("uk.muster.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_knows_how_the_service_is_put_together = noClasses()
            .that(resideInAPackage("uk.muster.command.*.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("uk.muster.command");

    @ArchTest
    static final ArchRule a_pupil_and_a_register_know_of_a_school_what_its_book_tells = noClasses()
            .that(resideInAnyPackage(PUPIL, REGISTER))
            .should()
            .dependOnClassesThat(resideInAPackage(SCHOOL).and(areNot(School.class, SchoolBook.class)));

    @ArchTest
    static final ArchRule they_know_of_the_roll_what_its_book_tells = noClasses()
            .that(resideInAnyPackage(PUPIL, REGISTER))
            .should()
            .dependOnClassesThat(resideInAPackage(ROLL).and(areNot(RollBook.class, SchoolRoll.class, RollPupil.class)));

    @ArchTest
    static final ArchRule pupils_know_no_registers = noClasses()
            .that()
            .resideInAPackage(PUPIL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REGISTER);

    @ArchTest
    static final ArchRule registers_know_pupils_by_the_roll_alone = noClasses()
            .that()
            .resideInAPackage(REGISTER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PUPIL);

    @ArchTest
    static final ArchRule schools_know_neither_pupils_nor_registers = noClasses()
            .that()
            .resideInAPackage(SCHOOL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PUPIL, REGISTER, ROLL);

    @ArchTest
    static final ArchRule axon_stays_with_the_bus_the_ledger_the_sagas_and_the_shells_of_the_aggregates = noClasses()
            .that(resideInAPackage("uk.muster.command.*..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            "uk.muster.command.axon..", "uk.muster.command.ledger..", "uk.muster.command.followup..")))
                    .and(DescribedPredicate.not(shells())))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule pupils_and_registers_are_decided_without_a_framework_or_a_database = noClasses()
            .that()
            .resideInAnyPackage(PUPIL, REGISTER, "uk.muster.command.decision..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule the_ledger_knows_nobody_who_uses_it = noClasses()
            .that()
            .resideInAPackage("uk.muster.command.ledger..")
            .should()
            .dependOnClassesThat(resideInAPackage("uk.muster.command..")
                    .and(DescribedPredicate.not(resideInAPackage("uk.muster.command.ledger.."))));

    @ArchTest
    static final ArchRule kafka_stays_with_the_relay = noClasses()
            .that()
            .resideOutsideOfPackage("uk.muster.command.relay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule mail_stays_with_the_post = noClasses()
            .that()
            .resideOutsideOfPackage("uk.muster.command.notify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule nothing_reads_the_read_models = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "uk.muster.query..");

    @ArchTest
    static final ArchRule every_package_says_where_null_may_be = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(item, marked, item.getName()));
                }
            });

    private static DescribedPredicate<JavaClass> areNot(Class<?>... allowed) {
        DescribedPredicate<JavaClass> none = DescribedPredicate.alwaysTrue();
        for (Class<?> each : allowed) {
            none = none.and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(each)));
        }
        return none.as("are internal to their package");
    }

    /** The aggregates, the handlers of commands that look at several of them, and the commands that name the stream they are for. */
    private static DescribedPredicate<JavaClass> shells() {
        return DescribedPredicate.describe(
                "shells of aggregates",
                type -> type.getSimpleName().endsWith("Aggregate")
                        || List.of("WiderCommands", "NoticeCommands", "Absences")
                                .contains(type.getSimpleName())
                        || type.getName().matches("uk\\.muster\\.command\\.\\w+\\.\\w+Command(\\$.*)?"));
    }
}
