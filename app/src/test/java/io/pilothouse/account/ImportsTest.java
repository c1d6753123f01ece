package io.pilothouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.Imports.Found;
import io.pilothouse.account.Imports.What;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Notice;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ImportsTest {
    private static final Credential.Env REFERENCE = new Credential.Env("LAMBDA_API_KEY");

    @TempDir private Path home;

    private List<Found> found(Map<String, String> environment, Account... accounts) {
        return Imports.found(
                name -> Optional.ofNullable(environment.get(name)), home, List.of(accounts));
    }

    private Path keys(String text) throws IOException {
        var folder = Files.createDirectories(home.resolve(".lambda_cloud"));
        return Files.writeString(folder.resolve("lambda_keys"), text);
    }

    private static Account account(String id, Credential credential) {
        return new Account(
                id,
                id,
                "lambda-cloud",
                Optional.empty(),
                Stage.PRODUCTION,
                false,
                "violet",
                Map.of("api-key", credential),
                Map.of(),
                Json.obj());
    }

    @Test
    void whereThereIsNothingNothingIsFound() {
        assertThat(found(Map.of("LAMBDA_API_KEY", " "))).isEmpty();
    }

    @Test
    void aVariableIsFoundAsAReference() {
        assertThat(found(Map.of("LAMBDA_API_KEY", "secret-1")))
                .containsExactly(
                        new Found(
                                "LAMBDA_API_KEY",
                                "lambda-cloud",
                                "lambda-cloud",
                                "Lambda Cloud",
                                "api-key",
                                new What.Reference(REFERENCE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key = secret_1.abc",
                "# mine\nname = x\n  api_key=secret_1.abc  # until May\n",
                "api_key = \"secret_1.abc\"\r\nregion = us-east-1\r\n",
                "api_key = 'secret_1.abc'"
            })
    void aKeyInTheFileIsFoundAndTheFileLeftAlone(String text) throws IOException {
        var file = keys(text);
        var found = found(Map.of());
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().what()).isEqualTo(new What.Key(Secret.of("secret_1.abc")));
        assertThat(found.getFirst().source()).isEqualTo(file.toString());
        assertThat(found.toString()).doesNotContain("secret_1");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void bothHaveIdsOfTheirOwn() throws IOException {
        keys("api_key = secret-1");
        var taken = account("lambda-cloud", new Credential.Env("ANOTHER"));
        var found = found(Map.of("LAMBDA_API_KEY", "secret-2"), taken);
        assertThat(found).extracting(Found::id).containsExactly("lambda-cloud-2", "lambda-cloud-3");
        assertThat(found)
                .extracting(Found::name)
                .containsExactly("Lambda Cloud 2", "Lambda Cloud 3");
    }

    @Test
    void whatAnAccountRefersToIsNotFoundAgain() {
        assertThat(found(Map.of("LAMBDA_API_KEY", "secret-1"), account("gpu", REFERENCE)))
                .isEmpty();
    }

    @Test
    void aFileWithoutAKeyAndOneThatCanNotBeReadAreSaid() throws IOException {
        var file = keys("token = secret-1");
        assertThat(found(Map.of()).getFirst().what())
                .isEqualTo(new What.Unreadable(Notice.of("import.no-key", file)));
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(found(Map.of()).getFirst().what())
                .isEqualTo(new What.Unreadable(Notice.of("import.no-access", file)));
    }
}
