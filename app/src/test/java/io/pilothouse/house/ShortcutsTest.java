package io.pilothouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Screens;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Shortcut.Scope;
import io.pilothouse.ui.kit.Words;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class ShortcutsTest {
    record Key(String name, Scope scope, KeyCombination keys) {}

    @Test
    void noKeyMeansTwoThings() {
        var all = Arrays.stream(Shortcut.values()).map(s -> new Key(s.name(), s.scope(), s.keys()));
        assertThat(clashes(all.toList())).isEmpty();
    }

    @Test
    void aClashIsFound() {
        var delete = new KeyCodeCombination(KeyCode.DELETE);
        assertThat(
                        clashes(
                                List.of(
                                        new Key("A", Scope.TABLE, delete),
                                        new Key("B", Scope.WINDOW, delete),
                                        new Key("C", Scope.DIALOG, delete),
                                        new Key("D", Scope.FILTER, delete))))
                .containsExactly("A and B: Delete", "B and D: Delete");
    }

    @Test
    void everyKeyIsExplained() {
        for (var shortcut : Shortcut.values()) {
            assertThat(Words.has("shortcut." + shortcut.id())).as(shortcut.id()).isTrue();
            assertThat(shortcut.caps()).isNotBlank();
        }
    }

    /// Views match against the list; a combination made elsewhere would be on no cheat sheet.
    @Test
    void combinationsAreMadeInTheListAlone() throws IOException {
        try (var files = Files.walk(Screens.root().resolve("app/src/main/java"))) {
            var elsewhere =
                    files.filter(f -> f.toString().endsWith(".java"))
                            .filter(f -> !f.endsWith("Shortcut.java"))
                            .filter(f -> read(f).contains("new KeyCodeCombination("))
                            .toList();
            assertThat(elsewhere).isEmpty();
        }
    }

    /// What is on the cheat sheet and nothing answers to would be a lie.
    @Test
    void eachKeyOfTheListIsAnsweredBySomeView() {
        var code =
                sources().entrySet().stream()
                        .filter(e -> !e.getKey().equals("Shortcut"))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining());
        var unanswered =
                Arrays.stream(Shortcut.values())
                        .filter(s -> s != Shortcut.ALL) // a table's own
                        .map(Shortcut::name)
                        .filter(n -> !code.matches("(?s).*\\b" + n + "\\b.*"));
        assertThat(unanswered).isEmpty();
    }

    /// The other way round: a view that looks at a key by itself has one that is on no cheat sheet. These may, each for
    /// what the control they draw does everywhere.
    @Test
    void viewsLookAtNoOtherKeys() {
        var looking =
                sources().entrySet().stream()
                        .filter(e -> !e.getKey().equals("Shortcut"))
                        .filter(
                                e ->
                                        e.getValue().contains("KeyCode")
                                                || e.getValue().contains("getCode()"))
                        .map(Map.Entry::getKey);
        assertThat(looking).containsExactlyInAnyOrderElementsOf(OWN_KEYS);
    }

    private static final Set<String> OWN_KEYS =
            Set.of(
                    "AccountMenu", // Down opens a menu
                    "ByKeys", // any key at all
                    "ChoiceField", // as a combo box
                    "ChoicePopup", // as its list
                    "ColumnsMenu", // Esc and Tab leave it
                    "ConfirmDialog", // Enter in a line
                    "KeysDialog", // scrolls
                    "NameStrip", // Enter in a line
                    "Overlay", // which way Tab goes
                    "PaletteView", // lines, and back from an empty one
                    "RecordsEditor", // pastes lines
                    "ResourcesView", // Down into a table
                    "TextEditors"); // Tab in a text, steps of a number

    private static Map<String, String> sources() {
        var ui = Screens.root().resolve("app/src/main/java/io/pilothouse/ui");
        try (var files = Files.walk(ui)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("package-info.java"))
                    .collect(
                            Collectors.toMap(
                                    f -> f.getFileName().toString().replace(".java", ""),
                                    ShortcutsTest::read,
                                    String::concat));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> clashes(List<Key> keys) {
        var found = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                var a = keys.get(i);
                var b = keys.get(j);
                if (a.scope().overlaps(b.scope()) && a.keys().equals(b.keys())) {
                    found.add(a.name() + " and " + b.name() + ": " + a.keys().getDisplayText());
                }
            }
        }
        return found;
    }
}
