package io.pilothouse.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The architecture as rules, by a short name each.
final class Rules {
    static final Map<String, ArchRule> ALL = all();

    private Rules() {}

    private static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "rooms",
                classes()
                        .should(new KnowOnlyTheirRooms())
                        .because("data flows from the wire to the eye"));
        rules.put(
                "cycles",
                slices().matching("io.pilothouse.(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("a cycle can't be read in parts"));
        libraries(rules);
        userInterface(rules);
        secrets(rules);
        time(rules);
        rules.put(
                "names",
                noClasses()
                        .should()
                        .haveNameMatching(
                                ".*[.$](Abstract[A-Z]\\w*|\\w*(Impl|Manager|Helper|Utils?|Base))")
                        .because("a name says what a thing is"));
        rules.put(
                "no static state",
                fields().that()
                        .areStatic()
                        .and()
                        .doNotHaveModifier(JavaModifier.SYNTHETIC)
                        .should()
                        .beFinal()
                        .because("what changes belongs to an object that is handed in"));
        return rules;
    }

    private static void libraries(Map<String, ArchRule> rules) {
        rules.put(
                "JavaFX",
                only("javafx..", "ui..", "app").because("the core is tested without a toolkit"));
        rules.put(
                "AtlantaFX",
                only("atlantafx..", "ui..").because("the core is tested without a toolkit"));
        rules.put("OkHttp", only("okhttp3..", "http").because("one client, one road"));
        rules.put("SQLite", only("java.sql..", "history").because("one place writes the database"));
        rules.put(
                "Jackson",
                noClasses()
                        .that(DescribedPredicate.not(nestedIn("io.pilothouse.domain.JsonText")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("tools.jackson..")
                        .because("Json is the one JSON value, JsonText its one door"));
        rules.put(
                "no AWT",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.awt..", "javax.swing..")
                        .because("it brings a second toolkit with threads of its own"));
    }

    private static void userInterface(Map<String, ArchRule> rules) {
        rules.put(
                "view-models",
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx.scene..", "javafx.stage..", "javafx.application..")
                        .because("a view-model is tested without a toolkit"));
        rules.put(
                "Platform",
                noClasses()
                        .that(resideOutsideOfPackages("io.pilothouse.app.."))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("javafx\\.application\\.(Platform|Application)")
                        .because("the injected executor is the only door to the FX thread"));
        rules.put(
                "what is seen does not send",
                noClasses()
                        .that()
                        .resideInAPackage("io.pilothouse.ui..")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "io\\.pilothouse\\.(work\\.(Requests|RequestScheduler|Order|Ticket)|cloud\\.(Transport|Exchange))")
                        .because("the user interface sees traffic and estimates; sync sends"));
    }

    private static void secrets(Map<String, ArchRule> rules) {
        rules.put(
                "reveal",
                noClasses()
                        .that(
                                resideOutsideOfPackages(
                                        "io.pilothouse.http..",
                                        "io.pilothouse.account..",
                                        "io.pilothouse.ui.kit..",
                                        "io.pilothouse.app.."))
                        .and(DescribedPredicate.not(nestedIn("io.pilothouse.domain.JsonText")))
                        .should()
                        .accessTargetWhere(calls("io.pilothouse.domain.Secret", Set.of("reveal")))
                        .because(
                                "a secret is seen on the wire, where it is kept, and on a person's"
                                        + " click"));
        rules.put(
                "revealed",
                noClasses()
                        .that(resideOutsideOfPackages("io.pilothouse.http.."))
                        .and(DescribedPredicate.not(nestedIn("io.pilothouse.domain.JsonText")))
                        .should()
                        .accessTargetWhere(
                                calls("io.pilothouse.domain.JsonText", Set.of("revealed")))
                        .because("only the wire carries secrets in JSON"));
        rules.put(
                "trust is decided in http",
                noClasses()
                        .that(
                                resideOutsideOfPackages(
                                        "io.pilothouse.http..", "io.pilothouse.desktop.."))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "javax\\.net\\.ssl\\.(X509\\w*TrustManager|HostnameVerifier)")
                        .because("who is trusted is decided in one place"));
        rules.put(
                "no trust-all",
                methods()
                        .that()
                        .haveNameMatching("checkServerTrusted")
                        .and()
                        .doNotHaveModifier(JavaModifier.ABSTRACT)
                        .should(new DoSomething())
                        .because("an empty check trusts everyone"));
    }

    private static void time(Map<String, ArchRule> rules) {
        rules.put(
                "threads",
                noClasses()
                        .that(
                                resideOutsideOfPackages(
                                        "io.pilothouse.work..", "io.pilothouse.app.."))
                        .should()
                        .accessTargetWhere(
                                calls(
                                                "java.lang.Thread",
                                                Set.of(
                                                        "<init>",
                                                        "ofVirtual",
                                                        "ofPlatform",
                                                        "startVirtualThread"))
                                        .or(calls("java.util.concurrent.Executors", Set.of()))
                                        .or(
                                                calls(
                                                        "java.util.concurrent.ForkJoinPool",
                                                        Set.of("<init>", "commonPool")))
                                        .or(
                                                calls(
                                                        "java.util.concurrent.ThreadPoolExecutor",
                                                        Set.of("<init>")))
                                        .or(calls("java.util.Timer", Set.of("<init>")))
                                        .or(
                                                calls(
                                                        "java.util.Collection",
                                                        Set.of("parallelStream"))))
                        .because("threads come from the two rooms that name and end them"));
        rules.put(
                "descriptions do nothing",
                noClasses()
                        .that(
                                resideInAnyPackage(
                                        "io.pilothouse.provider..", "io.pilothouse.cloud.."))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.(nio\\.(file|channels)\\..*|net\\.(http\\..*|\\w*Socket\\w*|URL|URLConnection)"
                                    + "|io\\.(File|RandomAccessFile|File\\w+)|security\\.SecureRandom|util\\.(Random|Timer)"
                                    + "|util\\.random\\..*|util\\.concurrent\\.ThreadLocalRandom|time\\.Clock)")
                        .orShould()
                        .accessTargetWhere(
                                calls(
                                                "java.lang.System",
                                                Set.of(
                                                        "currentTimeMillis",
                                                        "nanoTime",
                                                        "getenv",
                                                        "getProperty"))
                                        .or(calls("java.lang.Math", Set.of("random")))
                                        .or(calls("java.util.UUID", Set.of("randomUUID")))
                                        .or(
                                                describe(
                                                        "now()",
                                                        a ->
                                                                a.getTargetOwner()
                                                                                .getPackageName()
                                                                                .equals("java.time")
                                                                        && a.getName()
                                                                                .equals("now"))))
                        .because("the same input gives the same description"));
    }

    /// `library` may be known in these rooms and nowhere else.
    private static ArchRule only(String library, String... rooms) {
        var packages = new String[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            packages[i] = Rooms.ROOT + rooms[i] + (rooms[i].endsWith("..") ? "" : "..");
        }
        return noClasses()
                .that(resideOutsideOfPackages(packages))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /// The type of this name and what is nested in it.
    private static DescribedPredicate<JavaClass> nestedIn(String name) {
        return describe(
                "nested in " + name,
                c -> c.getName().equals(name) || c.getName().startsWith(name + "$"));
    }

    /// A call or method reference to one of these methods of the type or of one below it; to any when none is named.
    private static DescribedPredicate<JavaAccess<?>> calls(String type, Set<String> names) {
        return describe(
                "target is " + type + names,
                access ->
                        access.getTargetOwner().isAssignableTo(type)
                                && (names.isEmpty() || names.contains(access.getName())));
    }
}
