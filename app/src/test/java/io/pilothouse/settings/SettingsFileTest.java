package io.pilothouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Notice;
import io.pilothouse.settings.Settings.Theme;
import io.pilothouse.settings.Settings.WindowPlace;
import io.pilothouse.settings.TableLayout.Column;
import io.pilothouse.settings.TableLayout.Sort;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class SettingsFileTest {
    private static final TableLayout LAYOUT =
            new TableLayout(
                    List.of(new Column("name", 240, false), new Column("ip", 99.5, true)),
                    List.of(new Sort("name", false), new Sort("ip", true)));
    private static final Settings MINE =
            Settings.DEFAULT
                    .withWindow(new WindowPlace(-1200, 0, 1440, 900, true))
                    .withTheme(Theme.DARK)
                    .withZoom(125)
                    .withScreen("instances")
                    .withScope(Optional.of("team/crusoe.project/p1"))
                    .withAccounts(List.of("team", "lab"))
                    .withTable("instance", LAYOUT)
                    .withPane("drawer", 380)
                    .withGrace(10)
                    .withRecents(List.of("go/volume", "theme/dark"))
                    .withChoice("drawer", "relations")
                    .withPreset(
                            new Preset(
                                    "nightly",
                                    "lambda.instance.launch",
                                    "team",
                                    "",
                                    Json.obj("name", "sweep", "count", 8)));

    @TempDir Path folder;
    private Path path;
    private SettingsFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("settings.json");
        file = new SettingsFile(path, InstantSource.fixed(Instant.parse("2026-03-01T10:20:30Z")));
    }

    private SettingsFile.Loaded load(String text) throws IOException {
        Files.writeString(path, text);
        return file.load();
    }

    @Test
    void everythingComesBack() throws IOException {
        file.load();
        file.save(MINE);
        var loaded = file.load();
        assertThat(loaded.notice()).isEmpty();
        assertThat(loaded.settings()).isEqualTo(MINE);
    }

    @Test
    void theFirstStartHasTheDefault() {
        assertThat(file.load().settings()).isEqualTo(Settings.DEFAULT);
        assertThat(path).doesNotExist();
    }

    @Test
    void membersOfALaterDayAreKept() throws Exception {
        load(
                """
                {"version": 1, "watches": [{"name": "h100"}], "theme": "light",
                 "window": {"x": 1, "y": 2, "width": 3, "height": 4, "screen": "left"},
                 "tables": {"instance": {"grouping": "type"}, "odd": "later"}}
                """);
        file.save(MINE);
        var json = JsonText.parse(Files.readString(path));
        assertThat(json.at("watches").list().getFirst().word("name")).isEqualTo("h100");
        assertThat(json.word("window", "screen")).isEqualTo("left");
        assertThat(json.word("tables", "instance", "grouping")).isEqualTo("type");
        assertThat(json.word("tables", "odd")).isEqualTo("later");
        assertThat(json.word("theme")).isEqualTo("dark");
        assertThat(file.load().settings()).isEqualTo(MINE);
    }

    @Test
    void aTableThatIsPutBackAsItCameIsTakenOut() throws IOException {
        file.load();
        file.save(MINE);
        file.save(MINE.withoutTable("instance"));
        assertThat(file.load().settings().tables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"theme\": ", "[]", "null", "\"x\"", "{} {}"})
    void whatCanNotBeReadIsSetAsideAndNamed(String text) throws IOException {
        var loaded = load(text);
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        var aside = folder.resolve("settings.json.unreadable-2026-03-01T102030Z");
        assertThat(loaded.notice())
                .contains(Notice.of("settings.set-aside", path, aside.getFileName()));
        assertThat(aside).hasContent(text);
        file.save(MINE);
        assertThat(file.load().settings()).isEqualTo(MINE);
        assertThat(aside).hasContent(text);
    }

    @Test
    void aNewerVersionsFileIsReadAsFarAsPossibleAndLeftAlone() throws IOException {
        var text = "{\"version\": 9, \"theme\": \"dark\", \"tables\": 7}";
        var loaded = load(text);
        assertThat(loaded.settings().theme()).isEqualTo(Theme.DARK);
        assertThat(loaded.notice()).contains(Notice.of("settings.newer", path, 9, 1));
        assertThat(file.isWritable()).isFalse();
        file.save(MINE);
        assertThat(path).hasContent(text);
    }

    @Test
    void aFileThatCanNotBeReachedIsSaidAndLeftAlone() throws IOException {
        Files.createDirectory(path);
        var loaded = file.load();
        assertThat(loaded.notice()).contains(Notice.of("settings.no-access", path));
        file.save(MINE);
        assertThat(path).isDirectory();
    }

    @Test
    void nothingIsSavedBeforeTheFileWasRead() throws IOException {
        Files.writeString(path, "{\"theme\": \"light\"}");
        file.save(MINE);
        assertThat(path).hasContent("{\"theme\": \"light\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"theme\": 7, \"zoom\": \"large\", \"tables\": [], \"panes\": {\"drawer\": -1}}",
                "{\"window\": {\"x\": 1}, \"screen\": {}, \"theme\": \"DARK\"}",
                "{\"window\": {\"x\": 1, \"y\": 1, \"width\": 1e999, \"height\": 5}}",
                "{\"tables\": {\"t\": {\"columns\": [{\"width\": 5}, 5], \"sort\": [{}]}}}",
                ""
            })
    void whatMakesNoSenseIsTheDefault(String text) throws IOException {
        var loaded = load(text);
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.notice()).isEmpty();
    }

    @Test
    void graceAndRecentsAreKeptWithinTheirBounds() throws IOException {
        var many = java.util.stream.IntStream.range(0, 90).mapToObj(i -> "go/" + i).toList();
        file.load();
        file.save(Settings.DEFAULT.withGrace(20).withRecents(many));

        assertThat(file.load().settings().grace()).isEqualTo(20);
        assertThat(file.load().settings().recents()).hasSize(50).startsWith("go/0");
        assertThat(load("{\"grace\": 0, \"recents\": [1, \"a\"]}").settings().grace())
                .isEqualTo(Settings.LEAST_GRACE);
        assertThat(load("{\"recents\": [1, \"a\"]}").settings().recents()).containsExactly("a");
    }

    @Test
    void zoomStaysInItsRange() throws IOException {
        assertThat(Settings.DEFAULT.withZoom(7).zoom()).isEqualTo(Settings.LEAST_ZOOM);
        assertThat(load("{\"zoom\": 99999999999}").settings().zoom()).isEqualTo(Settings.MOST_ZOOM);
    }

    @Test
    void aWindowThatWasNeverShownHasNoPlace() throws IOException {
        file.load();
        file.save(Settings.DEFAULT.withWindow(new WindowPlace(Double.NaN, 0, 10, 10, false)));
        assertThat(file.load().settings().window()).isEmpty();
    }

    @Test
    void aSaveThatFailsIsSaidAndTheOldSettingsStand() throws IOException {
        file.load();
        file.save(MINE);
        Files.createDirectories(folder.resolve("settings.json.new").resolve("in-the-way"));
        assertThatThrownBy(() -> file.save(MINE.withZoom(200))).isInstanceOf(IOException.class);
        assertThat(file.load().settings()).isEqualTo(MINE);
    }

    @Test
    void aChoiceThatIsTakenBackLeavesNoTrace() throws IOException {
        file.load();
        file.save(MINE);
        file.save(MINE.withChoice("drawer", ""));
        assertThat(file.load().settings().choices()).isEmpty();
        assertThat(path).content().doesNotContain("relations");
    }
}
