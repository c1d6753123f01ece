package io.pilothouse.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.pilothouse.testkit.Screens;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.TreeSet;

class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void readTheProgram() {
        classes = new ClassFileImporter().importPath(Screens.root().resolve("app/target/classes"));
    }

    static Set<String> rules() {
        return Rules.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String rule) {
        Rules.ALL.get(rule).allowEmptyShould(true).check(classes);
    }

    /// Not a failure: a note in the report, so that the table is not mistaken for what is there.
    @Test
    void roomsThatAreNotBuiltYetAreNoted(TestReporter reporter) {
        var missing = new TreeSet<>(Rooms.named());
        classes.forEach(type -> Rooms.of(type.getPackageName()).ifPresent(missing::remove));
        missing.forEach(room -> reporter.publishEntry("not built yet", room));
    }
}
