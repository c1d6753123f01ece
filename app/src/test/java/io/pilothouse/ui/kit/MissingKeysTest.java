package io.pilothouse.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException.MissingKey;
import io.pilothouse.cloud.CloudException.MissingKey.Failure;
import io.pilothouse.cloud.CloudException.MissingKey.Looked;
import io.pilothouse.cloud.CloudException.NoCredential;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class MissingKeysTest {
    private static String words(MissingKey missing) {
        return Problems.words(new NoCredential(missing, "technical"));
    }

    private static List<MissingKey> all() {
        var all =
                new ArrayList<MissingKey>(
                        List.of(
                                new MissingKey.VaultLocked(),
                                new MissingKey.VaultMissing("gpu"),
                                new MissingKey.Unconfirmed(),
                                new MissingKey.Other()));
        for (var where : Looked.values()) {
            all.add(new MissingKey.Variable("KEY", where));
        }
        for (var failure : Failure.values()) {
            all.add(new MissingKey.Command("pass", failure, "3", ""));
        }
        return all;
    }

    @Test
    void eachReasonHasWordsOfItsOwn() {
        assertThat(all().stream().map(MissingKeysTest::words))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("no-credential"));
        assertThat(all().stream().map(m -> Problems.brief(new NoCredential(m, ""))))
                .allSatisfy(text -> assertThat(text).doesNotContain("no-credential"));
    }

    @Test
    void aMissingVariableSaysWhereWasLooked() {
        assertThat(words(new MissingKey.Variable("KEY", Looked.LOGIN_SHELL)))
                .contains("KEY")
                .contains("login shell");
    }

    @Test
    void whatAProgramSaidStandsBehindWhatItDid() {
        assertThat(words(new MissingKey.Command("pass", Failure.EXITED, "3", "no such entry")))
                .isEqualTo("The program pass ended with 3: no such entry");
    }

    @Test
    void whatTheVaultNeedsIsAdvised() {
        assertThat(Problems.advice(new NoCredential(new MissingKey.VaultLocked(), "")))
                .contains("passphrase");
    }
}
