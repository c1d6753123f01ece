package io.pilothouse.history;

import io.pilothouse.domain.Json;
import io.pilothouse.history.text.Written;

import java.time.Instant;
import java.util.List;

/// The last pages in their table: one row a feed.
final class PageTable implements Pages {
    private final Database database;

    PageTable(Database database) {
        this.database = database;
    }

    @Override
    public void keep(String account, Kept pages) {
        var answers = Written.text(Written.withoutHidden(new Json.Arr(pages.answers())));
        database.write(
                s ->
                        s.update(
                                "INSERT OR REPLACE INTO pages (account, type, scope, read_at,"
                                        + " answers) VALUES (?, ?, ?, ?, ?)",
                                account,
                                pages.type(),
                                pages.scope(),
                                pages.readAt(),
                                answers));
    }

    @Override
    public void seen(String account, String type, String scope, Instant readAt) {
        database.write(
                s ->
                        s.update(
                                "UPDATE pages SET read_at = ?"
                                        + " WHERE account = ? AND type = ? AND scope = ?",
                                readAt,
                                account,
                                type,
                                scope));
    }

    @Override
    public List<Kept> pages(String account) {
        return database.read(
                s ->
                        s.query(
                                r ->
                                        new Kept(
                                                r.getString("type"),
                                                r.getString("scope"),
                                                Session.instant(r, "read_at"),
                                                Written.read(r.getString("answers")).list()),
                                "SELECT * FROM pages WHERE account = ? ORDER BY type, scope",
                                account));
    }

    @Override
    public void forget(String account) {
        database.write(s -> s.update("DELETE FROM pages WHERE account = ?", account));
    }
}
