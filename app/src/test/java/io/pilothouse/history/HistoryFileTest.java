package io.pilothouse.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.domain.Notice;
import io.pilothouse.history.cost.Costs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class HistoryFileTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:20:30Z");
    private static final InstantSource CLOCK = InstantSource.fixed(AT);
    private static final String ASIDE = "history.db.unreadable-2026-03-01T102030Z";

    @TempDir Path folder;

    private History.Opened open() {
        return History.open(folder, Schema.CURRENT, CLOCK);
    }

    private Path file() {
        return folder.resolve("history.db");
    }

    private void begin() {
        try (var history = open().history()) {
            history.sent("road", "all", AT);
        }
    }

    @Test
    void everythingIsItsOwnersAlone() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        var home = folder.resolve("home");
        try (var history = History.open(home).history()) {
            history.sent("road", "all", AT);
            assertThat(mode(home)).isEqualTo("rwx------");
            for (var name : List.of("history.db", "history.db-wal", "history.db-shm")) {
                assertThat(mode(home.resolve(name))).as(name).isEqualTo("rw-------");
            }
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a folder", "50%41", "what?cache=shared", "ärger#1", "a;b&c=d"})
    void theFolderMayHaveAnyName(String name) {
        var odd = folder.resolve(name);
        try (var history = History.open(odd).history()) {
            history.sent("road", "all", AT);
        }
        assertThat(odd.resolve("history.db")).isRegularFile();
        try (var history = History.open(odd).history()) {
            assertThat(history.sentTimes("road")).containsKey("all");
        }
    }

    @Test
    void whatIsNoDatabaseIsSetAsideAndSaid() throws IOException {
        Files.writeString(file(), "this was something else once\n".repeat(100));
        var opened = open();
        try (var history = opened.history()) {
            assertThat(opened.notices())
                    .containsExactly(Notice.of("history.set-aside", "history.db", ASIDE));
            history.sent("road", "all", AT);
        }
        assertThat(Files.readString(folder.resolve(ASIDE))).startsWith("this was something");
    }

    @Test
    void aDatabaseOfSomethingElseIsSetAside() throws SQLException {
        try (var other = Session.open(file(), false)) {
            other.run("CREATE TABLE bookmarks (url TEXT)");
        }
        var opened = open();
        opened.history().close();
        assertThat(opened.notices()).extracting(Notice::key).containsExactly("history.set-aside");
    }

    @Test
    void aDamagedPageIsFoundAndTheFileSetAside() throws IOException {
        try (var history = open().history()) {
            for (int i = 0; i < 500; i++) {
                history.sent("road", "budget-" + i, AT);
            }
        }
        var bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, bytes.length - 3000, bytes.length - 1000, (byte) 0xA5);
        Files.write(file(), bytes);
        var opened = open();
        try (var history = opened.history()) {
            assertThat(history.sentTimes("road")).isEmpty();
        }
        assertThat(opened.notices()).extracting(Notice::key).containsExactly("history.set-aside");
        assertThat(folder.resolve(ASIDE)).hasBinaryContent(bytes);
    }

    @Test
    void damageThatShowsInUseIsRememberedForTheNextStart() throws Exception {
        begin();
        var suspect = folder.resolve("history.db-suspect");
        try (var history = open().history()) {
            assertThatThrownBy(() -> history.commands().sending("none", 0, AT, ""))
                    .isInstanceOf(HistoryException.class);
            assertThat(suspect).doesNotExist(); // a refusal is no damage
            var bytes = Files.readAllBytes(file());
            Arrays.fill(bytes, 4096, bytes.length, (byte) 0xA5);
            Files.write(file(), bytes);
            assertThatThrownBy(() -> history.sentTimes("road"))
                    .isInstanceOf(HistoryException.class);
            assertThat(suspect).exists();
        }
        var opened = open();
        opened.history().close();
        assertThat(opened.notices()).extracting(Notice::key).containsExactly("history.set-aside");
        assertThat(suspect).doesNotExist();
    }

    @Test
    void twoBrokenFilesInOneSecondGetTwoNames() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.writeString(file(), "broken " + i + "\n".repeat(2000));
            open().history().close();
        }
        assertThat(Files.readString(folder.resolve(ASIDE))).startsWith("broken 0");
        assertThat(Files.readString(folder.resolve(ASIDE + "-2"))).startsWith("broken 1");
    }

    @Test
    void anEmptyFileIsBegun() throws IOException {
        Files.createFile(file());
        var opened = open();
        opened.history().close();
        assertThat(opened.notices()).isEmpty();
    }

    @Test
    void aNewerVersionsFileIsLeftAsItIsAndOneOfOursUsedInstead() throws Exception {
        begin();
        try (var session = Session.open(file(), false)) {
            session.run("UPDATE schema SET version = 7");
        }
        var before = Files.readAllBytes(file());
        for (int i = 0; i < 2; i++) {
            var opened = open();
            try (var history = opened.history()) {
                assertThat(opened.notices())
                        .containsExactly(
                                Notice.of("history.newer", "history.db", 7, "history-3.db"));
                assertThat(history.sentTimes("road").containsKey("mine")).isEqualTo(i > 0);
                history.sent("road", "mine", AT);
            }
        }
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void anOlderVersionsFileIsRaisedAfterACopy() throws Exception {
        begin();
        var steps = new ArrayList<>(Schema.CURRENT.steps());
        steps.add(List.of("ALTER TABLE sent ADD COLUMN colour TEXT NOT NULL DEFAULT 'teal'"));
        var next = new Schema(steps);
        try (var history = History.open(folder, next, CLOCK).history()) {
            assertThat(history.sentTimes("road")).isEqualTo(Map.of("all", AT));
        }
        try (var session = Session.open(file(), true)) {
            assertThat(session.number("SELECT version FROM schema")).isEqualTo(4);
            assertThat(session.number("SELECT count(*) FROM sent WHERE colour = 'teal'")).isOne();
        }
        try (var copy = Session.open(folder.resolve("history.db.v3"), true)) {
            assertThat(copy.number("SELECT version FROM schema")).isEqualTo(3);
            assertThat(copy.number("SELECT count(*) FROM sent")).isOne();
        }
    }

    @Test
    void versionTwoIsRaisedToKeepCosts() throws Exception {
        var two = new Schema(Schema.CURRENT.steps().subList(0, 2));
        try (var history = History.open(folder, two, CLOCK).history()) {
            history.sent("road", "all", AT);
        }
        try (var history = open().history()) {
            assertThat(history.sentTimes("road")).isEqualTo(Map.of("all", AT));
            var step = new Costs.Step("team", AT, AT, 75, 1, 0);
            history.costs().begin(step);
            assertThat(history.costs().since(AT.minusSeconds(1))).containsExactly(step);
        }
        assertThat(folder.resolve("history.db.v2")).exists();
    }

    @Test
    void aStepThatFailsLeavesTheOlderVersionWhole() throws Exception {
        begin();
        var steps = new ArrayList<>(Schema.CURRENT.steps());
        steps.add(List.of("DROP TABLE sent", "NO SUCH STATEMENT"));
        assertThatThrownBy(() -> History.open(folder, new Schema(steps), CLOCK))
                .isInstanceOf(HistoryException.class);
        try (var history = open().history()) {
            assertThat(history.sentTimes("road")).isEqualTo(Map.of("all", AT));
        }
    }

    @Test
    void aFolderThatCanNotBeMadeIsSaid() throws IOException {
        var inTheWay = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> History.open(inTheWay.resolve("home")))
                .isInstanceOf(HistoryException.class);
    }

    @Test
    void aFullDiskIsSaidAndWhatWasWrittenStays() throws SQLException, IOException {
        try (var database = Database.open(file(), false)) {
            database.writeSynced(s -> Schema.CURRENT.raise(s, 0));
            database.write(s -> s.run("PRAGMA max_page_count = 30"));
            int written = 0;
            HistoryException refused = null;
            for (; refused == null && written < 1000; written++) {
                var name = "budget-" + written;
                try {
                    database.write(
                            s ->
                                    s.update(
                                            "INSERT INTO sent VALUES (?, ?, ?)",
                                            "r".repeat(2000),
                                            name,
                                            AT));
                } catch (HistoryException e) {
                    refused = e;
                }
            }
            assertThat(refused)
                    .hasCauseInstanceOf(SQLException.class)
                    .hasMessageContaining("the disk is full");
            assertThat(database.refusal()).contains(refused);
            long kept = database.read(s -> s.number("SELECT count(*) FROM sent"));
            assertThat(kept).isEqualTo(written - 1).isPositive();
            database.write(s -> s.run("DELETE FROM sent"));
            assertThat(database.refusal()).isEmpty();
        }
    }

    @Test
    void nothingIsWrittenToAFileThatIsNoLongerInItsFolder() throws IOException {
        assumeTrue(Files.readAttributes(folder, BasicFileAttributes.class).fileKey() != null);
        try (var history = open().history()) {
            history.sent("road", "all", AT);
            Files.move(file(), folder.resolve("moved.db"));
            assertThatThrownBy(() -> history.sent("road", "all", AT))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("history.db is gone");
            Files.copy(folder.resolve("moved.db"), file());
            assertThatThrownBy(() -> history.sent("road", "all", AT))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("another file is in the place of");
            assertThat(history.refusal()).isPresent();
            Files.move(folder.resolve("moved.db"), file(), StandardCopyOption.REPLACE_EXISTING);
            history.sent("road", "all", AT);
            assertThat(history.refusal()).isEmpty();
        }
    }

    @Test
    void onANetworksDiskThereIsNoSharedMemory() throws SQLException, IOException {
        try (var database = Database.open(file(), true)) {
            database.writeSynced(s -> Schema.CURRENT.raise(s, 0));
            assertThat(database.<Long>read(s -> s.number("SELECT count(*) FROM sent"))).isZero();
            assertThat(folder.resolve("history.db-wal")).doesNotExist();
        }
    }
}
