package dev.cordon;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cordon.access.AccessGrant;
import dev.cordon.access.DomainException;
import dev.cordon.cvss.Severity;
import dev.cordon.database.Rows;
import dev.cordon.incident.Admission;
import dev.cordon.samples.SampleSignIn;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The shape of the code, each rule with the reason it is there. The picture is in {@code docs/architecture.md}. */
class ArchitectureTest {
    private static final JavaClasses CORDON = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.lang.System.currentTimeMillis",
            "java.util.Date.<init>");

    @Test
    void importsPointOneWayFromTheEdgeToTheDatabase() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("api")
                .definedBy("dev.cordon.api..")
                .layer("samples")
                .definedBy("dev.cordon.samples..")
                .layer("audit")
                .definedBy("dev.cordon.audit..")
                .layer("sweep")
                .definedBy("dev.cordon.sweep..")
                .layer("notice")
                .definedBy("dev.cordon.notice..")
                .layer("door")
                .definedBy("dev.cordon.door..")
                .layer("signin")
                .definedBy("dev.cordon.signin..")
                .layer("incident")
                .definedBy("dev.cordon.incident..")
                .layer("access")
                .definedBy("dev.cordon.access..")
                .layer("database")
                .definedBy("dev.cordon.database..")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("samples")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("audit")
                .mayOnlyBeAccessedByLayers("api", "samples")
                .whereLayer("sweep")
                .mayOnlyBeAccessedByLayers("api", "samples")
                .whereLayer("notice")
                .mayOnlyBeAccessedByLayers("sweep", "api", "samples")
                .whereLayer("door")
                .mayOnlyBeAccessedByLayers("notice", "signin", "api", "samples")
                .whereLayer("signin")
                .mayOnlyBeAccessedByLayers("api", "samples")
                .whereLayer("incident")
                .mayOnlyBeAccessedByLayers("notice", "sweep", "api", "samples")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("incident", "notice", "sweep", "signin", "api", "samples")
                .because("a package that knows nothing of its callers can be read, tested and changed alone. "
                        + "If an inner package needs something of an outer one, the thing belongs further in")
                .check(CORDON);
    }

    @Test
    void policyIsPureArithmetic() {
        classes()
                .that(resideInAPackage("dev.cordon.policy.."))
                .and()
                .haveNameNotMatching("dev\\.cordon\\.policy\\.Yaml.*")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("dev.cordon.policy..", "java..", "org.jspecify..")
                        .or(equivalentTo(Severity.class)))
                .because("a deadline must be provable in milliseconds, without a container or a database: hand in "
                        + "the facts and the instant. Reading YAML is the business of the Yaml* classes alone")
                .check(CORDON);
        classes()
                .that()
                .haveNameMatching("dev\\.cordon\\.policy\\.Yaml.*")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.cordon.policy..", "java..", "org.jspecify..", "org.yaml.snakeyaml.."))
                .because("whoever reads a policy file needs a parser, and nothing else of the world")
                .check(CORDON);
    }

    @Test
    void cvssIsPureArithmetic() {
        classes()
                .that(resideInAPackage("dev.cordon.cvss.."))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.cordon.cvss..", "java..", "org.jspecify..", "us.springett.cvss.."))
                .because("a score follows from its vector alone; whoever wants it stored, shown or asked for does "
                        + "that outside")
                .check(CORDON);
    }

    @Test
    void theDatabaseKnowsNoOtherPackage() {
        noClasses()
                .that(resideInAPackage("dev.cordon.database.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.cordon..").and(not(resideInAPackage("dev.cordon.database.."))))
                .because("rows, roles and the server's time are the same whatever is stored: what a row means is "
                        + "said by the package that reads it")
                .check(CORDON);
    }

    @Test
    void theSealedLogKnowsIdsAlone() {
        noClasses()
                .that(resideInAPackage("dev.cordon.audit.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.cordon..")
                        .and(not(resideInAnyPackage("dev.cordon.audit..", "dev.cordon.database.."))))
                .because("it seals rows whatever they are about, with a role that sees nothing else")
                .check(CORDON);
    }

    @Test
    void theVerifierOfTheAuditLogNeedsNoServer() {
        classes()
                .that()
                .haveNameMatching(
                        "dev\\.cordon\\.audit\\.(AuditRow|AuditVerif.*|CanonicalBytes|ChainLink|ExportedRow|FileLines|JsonLine"
                                + "|Pem|PublicKeys|SignedHead|TrustedHeads|Unreadable.*|Verdict)")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.cordon.audit..", "java..", "org.jspecify..", "jakarta.json.."))
                .because("an auditor runs it on another machine, without the database and without Cordon's word for it")
                .check(CORDON);
    }

    @Test
    void theDoorKnowsNothingOfWhatIsAskedFor() {
        noClasses()
                .that(resideInAPackage("dev.cordon.door.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.cordon..")
                        .and(not(resideInAnyPackage("dev.cordon.door..", "dev.cordon.database.."))))
                .because("it judges the form of a request. Who may do what is decided where the rows are, so that a "
                        + "door left open shows nobody anything")
                .check(CORDON);
    }

    @Test
    void theConsoleIsServedAsFiles() {
        noClasses()
                .that(resideInAPackage("dev.cordon.console.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.cordon..").and(not(resideInAPackage("dev.cordon.console.."))))
                .because(
                        "what a page shows comes from the API, where it is decided who sees it. The files are the same "
                                + "for everybody")
                .check(CORDON);
    }

    @Test
    void nothingImportsTheEdgeOrTheSamples() {
        noClasses()
                .that(resideInAPackage("dev.cordon..")
                        .and(not(resideInAnyPackage("dev.cordon.api..", "dev.cordon.samples.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.cordon.api..", "dev.cordon.samples.."))
                .because("the edge may be rewritten and the samples removed without the rest noticing")
                .check(CORDON);
        noClasses()
                .that(not(resideInAPackage("dev.cordon.samples..")))
                .should()
                .dependOnClassesThat(equivalentTo(SampleSignIn.class))
                .because("it believes whatever name it is told; the package must be complete without it")
                .check(CORDON);
    }

    @Test
    void graphQlIsSpokenAtTheEdgeOnly() {
        noClasses()
                .that(not(resideInAPackage("dev.cordon.api..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.eclipse.microprofile.graphql..", "io.smallrye.graphql..", "graphql.."))
                .because("a type inside that carries schema annotations cannot change without the schema changing: "
                        + "give it a view or an input in api")
                .check(CORDON);
    }

    @Test
    void noTimeIsWithoutItsZone() {
        noClasses()
                .should()
                .dependOnClassesThat(equivalentTo(LocalDateTime.class))
                .because("a local time is another instant in every zone: use Instant, and a zone from the "
                        + "policy's calendar where a day is meant")
                .check(CORDON);
    }

    @Test
    void nobodyAsksTheClockOfTheMachine() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "it tells the machine's time",
                        (JavaAccess<?> access) ->
                                CLOCKS.contains(access.getTargetOwner().getName() + "." + access.getName())))
                .because("replicas with wrong clocks must agree, and tests must own time: take now from the "
                        + "Transaction or the Act, which have it from the database")
                .check(CORDON);
    }

    @Test
    void entitiesAreWrittenInTheirOwnPackage() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "a field of an entity is written from another package",
                        access -> isWriteOfEntityFromOutside(access) && !isGrantByAdmission(access)))
                .because("fields are public for reading. State changes only by a verb of the package that owns it, "
                        + "where the rules and the timeline are. Admission alone fills in the grants it gives")
                .check(CORDON);
    }

    @Test
    void resolversReadNeitherRowsNorEntities() {
        noClasses()
                .that()
                .areAnnotatedWith(GraphQLApi.class)
                .should()
                .accessTargetWhere(describe(
                        "rows or fields of an entity are touched",
                        access -> access.getTargetOwner().isEquivalentTo(Rows.class)
                                || access instanceof JavaFieldAccess
                                        && access.getTargetOwner().isAnnotatedWith(Entity.class)))
                .because("a resolver names a verb or a reader and hands over the answer; rules belong to the "
                        + "incident, SQL to api.reading")
                .check(CORDON);
    }

    @Test
    void aRefusalIsALeafNamedAfterItsCode() {
        classes()
                .that()
                .areAssignableTo(DomainException.class)
                .and(not(equivalentTo(DomainException.class)))
                .should()
                .haveSimpleNameEndingWith("Exception")
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .beAssignableTo(describe(
                        "direct children of DomainException",
                        refusal -> refusal.getRawSuperclass()
                                .filter(parent -> parent.isEquivalentTo(DomainException.class))
                                .isPresent()))
                .because("its simple name is the error code clients see: a subclass or a renaming would change the "
                        + "API behind everybody's back")
                .check(CORDON);
    }

    @Test
    void everyPackageSaysWhatItIsAndThatNullIsTheException() {
        List<String> unmarked = CORDON.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(inPackage -> !inPackage.isAnnotatedWith(NullMarked.class))
                .map(inPackage -> inPackage.getName())
                .toList();

        assertThat(unmarked)
                .as("packages without a package-info that is @NullMarked. It says in a sentence what the package "
                        + "is and what it must not know; inside, what may be null is @Nullable")
                .isEmpty();
    }

    @Test
    void noClassIsNamedForWhatItIsNot() {
        classes()
                .should()
                .haveNameNotMatching(".*(Utils?|Helper|Impl|Manager|Dto|DTO)")
                .because("such a name says that the concept was not found. Name it (Excerpt, Reference, Ledger) "
                        + "and put it where it is used")
                .check(CORDON);
    }

    private static boolean isWriteOfEntityFromOutside(JavaAccess<?> access) {
        return access instanceof JavaFieldAccess field
                && field.getAccessType() == AccessType.SET
                && field.getTargetOwner().isAnnotatedWith(Entity.class)
                && !field.getTargetOwner()
                        .getPackageName()
                        .equals(field.getOriginOwner().getPackageName());
    }

    private static boolean isGrantByAdmission(JavaAccess<?> access) {
        return access.getOriginOwner().isEquivalentTo(Admission.class)
                && access.getTargetOwner().isEquivalentTo(AccessGrant.class);
    }
}
