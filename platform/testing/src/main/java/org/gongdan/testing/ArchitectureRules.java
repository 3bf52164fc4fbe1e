package org.gongdan.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The rules of {@code docs/architecture.md} that a machine can check; each service runs them over its own root package. */
public final class ArchitectureRules {

    private ArchitectureRules() {
    }

    /** @param rootPackage for example {@code org.gongdan.ticket} */
    public static void check(String rootPackage) {
        JavaClasses code = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        if (code.isEmpty()) {
            throw new AssertionError("no classes in " + rootPackage);
        }
        boolean platform = rootPackage.equals("org.gongdan.platform");

        classes().that().areAnnotatedWith("jakarta.persistence.Entity")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "jakarta.persistence..", "org.hibernate.annotations..",
                        "org.hibernate.type..", "org.gongdan.platform.problem..", "org.gongdan.platform.event..",
                        "org.gongdan.platform.text..", rootPackage + "..")
                .because("an aggregate depends on the JDK and JPA only").allowEmptyShould(true).check(code);

        noClasses().that().areAnnotatedWith("jakarta.persistence.Entity").should().dependOnClassesThat(areBeans())
                .because("an aggregate is given what it needs to decide, it does not ask for it").allowEmptyShould(true).check(code);

        slices().assignedFrom(packagesUnder(rootPackage)).should().beFreeOfCycles()
                .because("a package can be read without those that read it").check(code);

        methods().that().areAnnotatedWith("jakarta.ws.rs.GET").or().areAnnotatedWith("jakarta.ws.rs.POST").or()
                .areAnnotatedWith("jakarta.ws.rs.PUT")
                .or().areAnnotatedWith("jakarta.ws.rs.PATCH").or().areAnnotatedWith("jakarta.ws.rs.DELETE")
                .should(stateItsRoles()).because("who may call is decided where the call is defined").allowEmptyShould(true).check(code);

        RequestRules.check(code);

        methods().that().areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should().beDeclaredInClassesThat().areAnnotatedWith("io.quarkus.runtime.Startup")
                .because("what is parked can be replayed, and shown, before the first event comes after a start").allowEmptyShould(true)
                .check(code);

        noClasses().that(resideOutsideOfPackage("org.gongdan.platform.outbox.."))
                .should().dependOnClassesThat().haveFullyQualifiedName("org.apache.kafka.clients.producer.KafkaProducer")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("io.smallrye.reactive.messaging.MutinyEmitter")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Outgoing")
                .because("only the relay sends to Kafka").check(code);

        noClasses().that(resideOutsideOfPackage("org.gongdan.platform.tx.."))
                .should().callMethod("io.smallrye.mutiny.Uni", "await")
                .orShould().callMethod("io.smallrye.mutiny.Uni", "subscribe")
                .orShould().callMethod("io.smallrye.mutiny.Uni", "combine")
                .orShould().callMethod("io.smallrye.mutiny.Uni", "join")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("org.hibernate.reactive.mutiny.Mutiny$SessionFactory")
                .because("a transaction is one sequential chain that Tx subscribes to").check(code);

        noClasses().that(resideOutsideOfPackage("org.gongdan.platform.tx.."))
                .should().callMethod("java.sql.Connection", "prepareStatement", "java.lang.String")
                .because("there is one way to write SQL, with named places and columns: Sql (ADR 027)").check(code);

        noClasses().should().callMethod("org.hibernate.reactive.mutiny.Mutiny$Session", "remove", "java.lang.Object")
                .orShould().callMethod("org.hibernate.reactive.mutiny.Mutiny$Session", "removeAll", "[Ljava.lang.Object;")
                .because(
                        "Hibernate Reactive keeps the outcome of a removal where all sessions share it, so that two at once get each other's: "
                                + "delete by Sql")
                .check(code);

        if (platform) {
            noClasses().should()
                    .dependOnClassesThat(resideInAPackage("org.gongdan..").and(resideOutsideOfPackage("org.gongdan.platform..")))
                    .because("platform knows no service").check(code);
        } else {
            noClasses().should().dependOnClassesThat(resideInAPackage("org.gongdan..")
                    .and(resideOutsideOfPackage("org.gongdan.platform..")).and(resideOutsideOfPackage(rootPackage + "..")))
                    .because("services share events, never code").check(code);
        }
    }

    private static DescribedPredicate<CanBeAnnotated> areBeans() {
        return annotatedWith("jakarta.enterprise.context.ApplicationScoped").or(annotatedWith("jakarta.enterprise.context.RequestScoped"))
                .or(annotatedWith("jakarta.enterprise.context.Dependent")).or(annotatedWith("jakarta.inject.Singleton")).as("are beans");
    }

    /** The packages right under the root, each with all below it; the root's own classes are a slice like the others. */
    private static SliceAssignment packagesUnder(String rootPackage) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                if (!(type.getPackageName() + ".").startsWith(rootPackage + ".")) {
                    return SliceIdentifier.ignore();
                }
                String below = type.getPackageName().substring(rootPackage.length());
                return SliceIdentifier.of(below.isEmpty() ? "root" : below.substring(1).split("\\.")[0]);
            }

            @Override
            public String getDescription() {
                return "packages under " + rootPackage;
            }
        };
    }

    private static ArchCondition<JavaMethod> stateItsRoles() {
        return new ArchCondition<>("state its roles") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean stated = method.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                        || method.isAnnotatedWith("jakarta.annotation.security.PermitAll");
                if (!stated) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " states no roles"));
                }
            }
        };
    }
}
