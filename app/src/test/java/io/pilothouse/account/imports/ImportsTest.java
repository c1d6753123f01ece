package io.pilothouse.account.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.imports.Found.Part;
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
                                Map.of("api-key", new Part.Reference(REFERENCE)),
                                Optional.empty()));
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
        assertThat(found.getFirst().parts())
                .isEqualTo(Map.of("api-key", new Part.Key(Secret.of("secret_1.abc"))));
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
        assertThat(found(Map.of()).getFirst().unreadable())
                .contains(Notice.of("import.no-key", file));
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(found(Map.of()).getFirst().unreadable())
                .contains(Notice.of("import.no-access", file));
    }

    @Test
    void aKeyOfTheFileThatWentIntoTheVaultIsNotFoundAgain() throws IOException {
        keys("api_key = secret-1");
        assertThat(found(Map.of(), account("gpu", new Credential.Vault("gpu/api-key")))).isEmpty();
    }

    private Path profiles(String text) throws IOException {
        var folder = Files.createDirectories(home.resolve(".crusoe"));
        return Files.writeString(folder.resolve("config"), text);
    }

    private static final String PROFILES =
            """
            profile = "work"   # the one that is used

            [default]
            access_key_id="AK+1"
            secret_key="canary-1"
            default_project="lab"

            [work]
            access_key_id = AK2
            secret_key = 'canary-2'

            [half]
            access_key_id = AK3
            """;

    @Test
    void eachWholeProfileOfTheOtherCommandLineIsFound() throws IOException {
        var file = profiles(PROFILES);
        var found = found(Map.of());
        assertThat(found).extracting(Found::id).containsExactly("crusoe", "crusoe-work");
        assertThat(found)
                .extracting(Found::name)
                .containsExactly("Crusoe Cloud", "Crusoe Cloud work");
        assertThat(found.getFirst().parts())
                .isEqualTo(
                        Map.of(
                                "access-key",
                                new Part.Open("AK+1"),
                                "secret-key",
                                new Part.Key(Secret.of("canary-1"))));
        assertThat(found.toString()).doesNotContain("canary");
        assertThat(Files.readString(file)).isEqualTo(PROFILES);
    }

    @Test
    void aProfileThatAnAccountHasIsNotFoundAgain() throws IOException {
        profiles(PROFILES);
        var has =
                account("c", new Credential.Vault("c/secret-key"))
                        .with(Map.of("access-key", new Credential.Value("AK2")));
        assertThat(found(Map.of(), has)).extracting(Found::id).containsExactly("crusoe");
    }

    @Test
    void profilesWithoutAPairAreSaid() throws IOException {
        var file = profiles("[half]\naccess_key_id = AK3\n");
        assertThat(found(Map.of()).getFirst().unreadable())
                .contains(Notice.of("import.no-pair", file));
    }

    @Test
    void aPairOfVariablesIsFoundWhenBothAreSet() {
        assertThat(found(Map.of("CRUSOE_ACCESS_KEY_ID", "AK"))).isEmpty();
        var found = found(Map.of("CRUSOE_ACCESS_KEY_ID", "AK", "CRUSOE_SECRET_KEY", "s"));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().parts()).containsOnlyKeys("access-key", "secret-key");
        assertThat(found.getFirst().holdsKey()).isFalse();
    }
}
