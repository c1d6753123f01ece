package io.pilothouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/// Proves that each rule can fail: a small bad program is compiled and every offence in it is found by its rule.
class ArchitectureGateTest {
    /// A rule and the class that breaks it.
    record Offence(String rule, String type, String body) {}

    static final List<Offence> OFFENCES =
            List.of(
                    new Offence("rooms", "domain.KnowsTheWire", "io.pilothouse.http.Wire wire;"),
                    new Offence(
                            "rooms",
                            "provider.crusoe.KnowsANeighbour",
                            "io.pilothouse.provider.okeanos.Api api;"),
                    new Offence(
                            "rooms",
                            "ui.capacity.KnowsAScreen",
                            "io.pilothouse.ui.overview.Figures figures;"),
                    new Offence(
                            "rooms",
                            "ui.kit.KnowsTheApplication",
                            "io.pilothouse.app.Wiring wiring;"),
                    new Offence(
                            "rooms",
                            "rehearsal.KnowsAProvider",
                            "io.pilothouse.provider.okeanos.Api[] apis;"),
                    new Offence("rooms", "attic.HasNoRoom", ""),
                    new Offence("cycles", "log.there.Back", "io.pilothouse.log.again.Forth forth;"),
                    new Offence(
                            "JavaFX", "sync.Draws", "javafx.beans.property.Property<String> p;"),
                    new Offence("AtlantaFX", "app.Themes", "atlantafx.base.theme.Theme theme;"),
                    new Offence("OkHttp", "sync.Opens", "okhttp3.OkHttpClient client;"),
                    new Offence("SQLite", "settings.Writes", "java.sql.Connection connection;"),
                    new Offence(
                            "Jackson", "domain.Parses", "tools.jackson.core.JsonParser parser;"),
                    new Offence("no AWT", "desktop.Trays", "java.awt.SystemTray tray;"),
                    new Offence(
                            "view-models", "ui.capacity.GridViewModel", "javafx.scene.Node node;"),
                    new Offence(
                            "Platform",
                            "ui.kit.Jumps",
                            "void f() { javafx.application.Platform.runLater(() -> {}); }"),
                    new Offence(
                            "what is seen does not send",
                            "ui.capacity.Sends",
                            "io.pilothouse.work.Requests requests;"),
                    new Offence(
                            "reveal",
                            "sync.Reveals",
                            "String f(io.pilothouse.domain.Secret s) { return s.reveal(); }"),
                    new Offence(
                            "reveal",
                            "store.RevealsByReference",
                            "java.util.function.Function<io.pilothouse.domain.Secret, String> f ="
                                    + " io.pilothouse.domain.Secret::reveal;"),
                    new Offence(
                            "revealed",
                            "history.WritesSecrets",
                            "String f() { return io.pilothouse.domain.JsonText.revealed(null); }"),
                    new Offence(
                            "trust is decided in http",
                            "account.Trusts",
                            "javax.net.ssl.X509TrustManager manager;"),
                    new Offence(
                            "no trust-all",
                            "http.TrustsAll",
                            "public void checkServerTrusted(java.security.cert.X509Certificate[]"
                                    + " chain, String type) {}"),
                    new Offence(
                            "threads",
                            "sync.Starts",
                            "void f() { Thread.ofVirtual().start(() -> {}); }"),
                    new Offence(
                            "threads",
                            "store.Pools",
                            "Object pool = java.util.concurrent.Executors.newCachedThreadPool();"),
                    new Offence(
                            "threads", "account.Makes", "Thread thread = new Thread(() -> {});"),
                    new Offence(
                            "threads",
                            "ui.kit.Parallel",
                            "void f() { java.util.List.of(1).parallelStream(); }"),
                    new Offence(
                            "descriptions do nothing",
                            "provider.okeanos.LooksAtTheClock",
                            "Object now = java.time.Instant.now();"),
                    new Offence(
                            "descriptions do nothing",
                            "cloud.ReadsFiles",
                            "java.nio.file.Path path;"),
                    new Offence(
                            "descriptions do nothing",
                            "provider.okeanos.Draws",
                            "Object id = java.util.UUID.randomUUID();"),
                    new Offence("names", "sync.PollManager", ""),
                    new Offence("names", "sync.Outer", "static class Util {}"),
                    new Offence("no static state", "store.Remembers", "static int count;"));

    private static final List<Offence> SCENERY =
            List.of(
                    new Offence("", "http.Wire", ""),
                    new Offence("", "provider.okeanos.Api", ""),
                    new Offence("", "ui.overview.Figures", ""),
                    new Offence("", "app.Wiring", ""),
                    new Offence("", "work.Requests", ""),
                    new Offence("", "log.again.Forth", "io.pilothouse.log.there.Back back;"),
                    new Offence("", "domain.Secret", "public String reveal() { return \"\"; }"),
                    new Offence(
                            "",
                            "domain.JsonText",
                            "public static String revealed(Object json) { return \"\"; }"));

    private static JavaClasses bad;

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException {
        var arguments = new ArrayList<String>();
        arguments.addAll(
                List.of(
                        "-proc:none",
                        "-d",
                        folder.resolve("classes").toString(),
                        "-cp",
                        libraries()));
        for (var offences : List.of(OFFENCES, SCENERY)) {
            for (var offence : offences) {
                arguments.add(write(folder, offence).toString());
            }
        }
        var said = new StringWriter();
        var out = new PrintWriter(said);
        int code =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(out, out, arguments.toArray(String[]::new));
        assertThat(code).as(said.toString()).isZero();
        bad = new ClassFileImporter().importPath(folder.resolve("classes"));
    }

    @ParameterizedTest
    @FieldSource("OFFENCES")
    void findsThe(Offence offence) {
        var report =
                Rules.ALL
                        .get(offence.rule())
                        .allowEmptyShould(true)
                        .evaluate(bad)
                        .getFailureReport();
        assertThat(String.join("\n", report.getDetails()))
                .contains("io.pilothouse." + offence.type());
    }

    static Set<String> rules() {
        return Rules.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAnOffenceThatProvesIt(String rule) {
        assertThat(OFFENCES).extracting(Offence::rule).contains(rule);
    }

    @Test
    void aRoomIsFoundByItsPackageAndThoseBelow() {
        assertThat(Rooms.of("io.pilothouse.work.pace")).contains("work");
        assertThat(Rooms.of("io.pilothouse.ui.capacity.grid")).contains("ui.capacity");
        assertThat(Rooms.of("java.util")).isEmpty();
    }

    private static Path write(Path folder, Offence offence) throws IOException {
        int dot = offence.type().lastIndexOf('.');
        var name = offence.type().substring(dot + 1);
        var file = folder.resolve("src/" + offence.type().replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "package io.pilothouse.%s; public class %s { %s }"
                        .formatted(offence.type().substring(0, dot), name, offence.body()));
    }

    /// The libraries of the program without the program itself.
    private static String libraries() {
        var all = new ArrayList<String>();
        for (var property : List.of("jdk.module.path", "java.class.path")) {
            for (var part : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (part.endsWith(".jar")) {
                    all.add(part);
                }
            }
        }
        return String.join(File.pathSeparator, all);
    }
}
