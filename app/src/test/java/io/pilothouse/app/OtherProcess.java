package io.pilothouse.app;

import io.pilothouse.rehearsal.loopback.Arrivals.Limits;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts a main class of the tests in a Java of its own, with all that this one has on its class and module path.
public final class OtherProcess {
    private OtherProcess() {}

    /// @param environment what it has besides this process's own
    public static ProcessBuilder of(
            Class<?> main, Map<String, String> environment, List<String> flags, String... args) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    private static String classPath(Class<?> main) {
        return Stream.of(
                        tests(main),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// The folder the class file is in; the code source of a patched module would name the module's.
    private static String tests(Class<?> main) {
        try {
            var name = main.getName().replace('.', '/') + ".class";
            var file = main.getResource("/" + name).toURI();
            var path = Path.of(file);
            for (int i = name.split("/").length; i > 0; i--) {
                path = path.getParent();
            }
            return path.toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes `accounts.json` with one account, whose key is in an environment variable.
    static void writeAccount(Path home, String id, String endpoint, String variable)
            throws IOException {
        writeAccounts(home, Map.of(id, endpoint), variable, RunningRehearsal.FAST);
    }

    /// Writes `accounts.json` with accounts that share a key, which is in an environment variable.
    ///
    /// @param endpoints by the accounts' ids
    public static void writeAccounts(
            Path home, Map<String, String> endpoints, String variable, Limits budgets)
            throws IOException {
        Files.createDirectories(home);
        Files.writeString(
                home.resolve("accounts.json"),
                endpoints.entrySet().stream()
                        .map(e -> account(e.getKey(), e.getValue(), variable, budgets))
                        .collect(Collectors.joining(",", "{\"accounts\": [", "]}")));
    }

    private static String account(String id, String endpoint, String variable, Limits budgets) {
        return """
        {
          "id": "%s",
          "provider": "lambda-cloud",
          "endpoint": "%s",
          "class": "development",
          "credentials": {"api-key": {"env": "%s"}},
          "budgets": {"all": "1/%dms", "launch": "1/%dms"}
        }
        """
                .formatted(
                        id,
                        endpoint,
                        variable,
                        budgets.all().toMillis(),
                        budgets.launch().toMillis());
    }
}
