package io.pilothouse.account;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.desktop.DurableFile;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Notice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `accounts.json`, which people write too: read tolerantly, told precisely, and saved with everything in it that is
/// not ours. Never moved, and never written while it can't be read. For use by one thread at a time.
public final class AccountsFile {
    static final String CLEAR_TEXT = "account.clear-text";

    private static final int VERSION = 1;

    /// @param accounts those that can be used, in the file's order; while the file as a whole can't be read, those that
    ///     could be used last
    /// @param readable is false while the file as a whole can't be read
    public record Loaded(List<Account> accounts, List<AccountProblem> problems, boolean readable) {}

    /// The file was not written.
    public static final class NotSaved extends Exception {
        private static final long serialVersionUID = 1;
        private final transient AccountProblem problem;

        NotSaved(AccountProblem problem) {
            super(problem.notice().key());
            this.problem = problem;
        }

        public AccountProblem problem() {
            return problem;
        }
    }

    /// An account as it stands in the file.
    private record Entry(Json json, Optional<Account> account) {}

    /// What tells a changed file without reading it; the key is another one after a rename.
    private record Stamp(FileTime modified, long size, Optional<Object> key) {}

    private final DurableFile file;
    private final Function<String, Optional<Form>> forms;
    private Optional<Stamp> stamp = Optional.empty();
    private Optional<byte[]> content = Optional.empty();
    private boolean locked;
    private Json root = Json.obj();
    private List<Entry> entries = List.of();
    private Optional<AccountProblem> obstacle = Optional.empty();

    /// @param forms the credential fields of the provider with that id; empty for an unknown one
    public AccountsFile(Path path, Function<String, Optional<Form>> forms) {
        this.file = new DurableFile(path);
        this.forms = forms;
    }

    /// Reads the file; one that is missing has no accounts.
    public Loaded load() {
        stamp = look();
        try {
            content = file.read();
            locked = false;
        } catch (IOException e) {
            locked = true;
            return unreadable(AccountProblem.ofFile(Notice.of("accounts.no-access", file.path())));
        }
        var text = "";
        try {
            text = text();
            root = read(text);
        } catch (CharacterCodingException e) {
            return unreadable(AccountProblem.ofFile(Notice.of("accounts.not-utf-8", file.path())));
        } catch (JsonText.Malformed e) {
            return unreadable(Breakage.in(text, e.line(), e.column()));
        } catch (Unfit e) {
            return unreadable(AccountProblem.ofFile(e.notice));
        }
        return accounts(Places.of(text));
    }

    private String text() throws CharacterCodingException {
        var text =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content.orElse(new byte[0])))
                        .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// JSON, but not of a form that can be read.
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Notice notice;

        Unfit(String key, Object... args) {
            super(key);
            this.notice = Notice.of(key, args);
        }
    }

    private static Json read(String text) throws JsonText.Malformed, Unfit {
        var json = JsonText.parse(text);
        if (json.isAbsent()) {
            return Json.obj();
        }
        if (!(json instanceof Json.Obj)
                || !(json.at("accounts").isAbsent() || json.at("accounts") instanceof Json.Arr)) {
            throw new Unfit("accounts.not-accounts");
        }
        var version = json.at("version");
        if (!version.isAbsent() && version.whole().filter(v -> v >= 1).isEmpty()) {
            throw new Unfit("accounts.bad-version");
        }
        if (version.whole().orElse(1L) > VERSION) {
            throw new Unfit("accounts.newer", version.word(), VERSION);
        }
        return json;
    }

    private Loaded accounts(Places places) {
        var problems = new ArrayList<AccountProblem>();
        var found = new ArrayList<Entry>();
        var ids = new HashSet<String>();
        var items = root.list("accounts");
        for (int i = 0; i < items.size(); i++) {
            var path = "accounts/" + i;
            var reader = new AccountReader(forms, items.get(i), path, places);
            var account = reader.read();
            problems.addAll(reader.problems());
            if (account.isPresent() && !ids.add(account.get().id())) {
                var place = places.at(path + "/id");
                var id = account.get().id();
                problems.add(
                        new AccountProblem(
                                Optional.of(id),
                                "id",
                                place.line(),
                                place.column(),
                                Notice.of("account.twice", id),
                                false));
                account = Optional.empty();
            }
            found.add(new Entry(items.get(i), account));
        }
        entries = List.copyOf(found);
        // a save would copy the secret into the previous generation
        obstacle = problems.stream().filter(p -> p.notice().key().equals(CLEAR_TEXT)).findFirst();
        return new Loaded(usable(), List.copyOf(problems), true);
    }

    private Loaded unreadable(AccountProblem problem) {
        obstacle = Optional.of(problem);
        return new Loaded(usable(), List.of(problem), false);
    }

    /// Why [#save] would write nothing now, as far as is known without looking again.
    public Optional<AccountProblem> obstacle() {
        return obstacle;
    }

    /// What would be said of this account if it stood in the file: for a form that is being filled in.
    ///
    /// @param form the credential fields of its provider
    public static List<AccountProblem> problems(Account account, Form form) {
        var json = AccountWriter.write(account, Optional.empty(), Json.obj());
        var reader = new AccountReader(_ -> Optional.of(form), json, "", Places.of(""));
        var _ = reader.read();
        return List.copyOf(reader.problems());
    }

    private List<Account> usable() {
        return entries.stream().flatMap(e -> e.account().stream()).toList();
    }

    /// Was it changed since it was last loaded or saved here? Cheap enough to be asked every few seconds: the content is
    /// compared only when time, size or identity of the file differ.
    public boolean changed() {
        var now = look();
        if (now.equals(stamp) && !locked) {
            return false;
        }
        try {
            boolean differs = !same(file.read(), content) || locked;
            stamp = differs ? stamp : now;
            return differs;
        } catch (IOException e) {
            return !locked; // it could be read before
        }
    }

    private Optional<Stamp> look() {
        try {
            var seen = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return Optional.of(
                    new Stamp(
                            seen.lastModifiedTime(),
                            seen.size(),
                            Optional.ofNullable(seen.fileKey())));
        } catch (IOException e) {
            return Optional.empty(); // load says why, if it is more than missing
        }
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return one.isPresent() == other.isPresent()
                && Arrays.equals(one.orElse(new byte[0]), other.orElse(new byte[0]));
    }

    /// Makes these the file's accounts. Faulty ones, which nobody could be shown, stay where they stand; accounts whose
    /// credentials live in memory are left out.
    ///
    /// @throws NotSaved while the file can't be read, holds a secret in clear text, or was changed by someone else since
    ///     it was loaded
    public Loaded save(List<Account> accounts) throws NotSaved, IOException {
        if (obstacle.isPresent()) {
            throw new NotSaved(obstacle.get());
        }
        if (!same(file.read(), content)) {
            throw new NotSaved(
                    AccountProblem.ofFile(Notice.of("accounts.changed-outside", file.path())));
        }
        var known = new HashMap<String, Entry>();
        entries.forEach(e -> e.account().ifPresent(a -> known.put(a.id(), e)));
        var items = new ArrayList<Json>();
        for (var account : accounts) {
            if (account.credentials().values().stream()
                    .noneMatch(c -> c instanceof Credential.Held)) {
                var entry =
                        known.getOrDefault(account.id(), new Entry(Json.obj(), Optional.empty()));
                items.add(AccountWriter.write(account, entry.account(), entry.json()));
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).account().isEmpty()) {
                items.add(Math.min(i, items.size()), entries.get(i).json());
            }
        }
        var whole = root.at("version").isAbsent() ? versioned(root) : root;
        whole = whole.with("accounts", new Json.Arr(List.copyOf(items)));
        if (!whole.equals(root)) { // otherwise it would only be laid out anew
            file.save(JsonText.pretty(whole) + "\n");
        }
        return load();
    }

    /// The version stands first.
    private static Json versioned(Json root) {
        var json = Json.obj("version", VERSION);
        for (var member : root.fields().entrySet()) {
            json = json.with(member.getKey(), member.getValue());
        }
        return json;
    }
}
