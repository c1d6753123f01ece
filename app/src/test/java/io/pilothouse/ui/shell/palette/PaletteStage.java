package io.pilothouse.ui.shell.palette;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Effect;
import io.pilothouse.cloud.Action.Target;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.history.Pages;
import io.pilothouse.history.Transitions;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.testkit.PlainProvider;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.ui.kit.Clips;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.work.Order;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A palette over two accounts that are never read: what they have is put into the store. What it does to the window is
/// written down.
final class PaletteStage implements Doors {
    private static final Account TEAM = account("team", "Team", false);
    private static final Account LAB = account("lab", "Lab", true);

    final Store store = new Store();
    final Connections connections = new Connections();
    final List<String> done = new ArrayList<>();
    List<Offer> chosen = List.of();
    private final Recents recents = new Recents(List.of(), _ -> {});
    private final ResourceIndex index = new ResourceIndex(store);
    private final Workbench bench;

    PaletteStage() {
        var time = new VirtualTimeline();
        bench =
                new Workbench(
                        store,
                        connections,
                        _ -> Optional.empty(),
                        null,
                        new RequestJournal(),
                        new NoTransitions(),
                        time,
                        Runnable::run,
                        new NoClips(),
                        false);
        for (var account : List.of(TEAM, LAB)) {
            connections.open(
                    new Connection(
                            account,
                            new Machines(),
                            new NoRoad(),
                            store,
                            new NoPages(),
                            new NoTransitions(),
                            time,
                            Connection.Keys.FIXED));
        }
    }

    PaletteViewModel open() {
        return new PaletteViewModel(
                new Finder(index, connections, recents, this),
                new OfferEntries(bench, this),
                recents,
                commands(),
                "chosen rows",
                () -> done.add("closed"));
    }

    PaletteStage has(String account, String type, Resource... rows) {
        store.read(new FeedKey(account, type, ""), List.of(rows), Instant.EPOCH);
        return this;
    }

    PaletteStage choose(Resource... rows) {
        chosen =
                Offer.of(List.of(rows).stream().map(r -> Row.fixed(TEAM, r)).toList(), connections);
        return this;
    }

    static Resource machine(String name, Phase phase) {
        return Resource.of(
                "machine", "id-of-" + name, name, new Status(word(phase), phase), Json.obj());
    }

    static Resource machine(String name) {
        return machine(name, Phase.RUNNING);
    }

    static Resource machine(String name, String ip) {
        return machine(name).with(Facts.IP, ip);
    }

    static Resource disk(String name) {
        return Resource.of("disk", "id-of-" + name, name, Status.NONE, Json.obj());
    }

    static Resource ruleset(String name) {
        return Resource.of("ruleset", "id-of-" + name, name, Status.NONE, Json.obj());
    }

    private static String word(Phase phase) {
        return phase == Phase.RUNNING ? "active" : "terminated";
    }

    @Override
    public List<Entry> commands() {
        return List.of(
                Entry.command("go", "", "Go to volumes", () -> done.add("went")),
                Entry.command("refresh", "", "Refresh", () -> done.add("refreshed")),
                Entry.command("theme", "", "Theme: dark", () -> done.add("darkened")));
    }

    @Override
    public List<Offer> chosen() {
        return chosen;
    }

    @Override
    public void begin(Offer offer) {
        done.add(offer.action().id() + offer.about().stream().map(Resource::name).toList());
    }

    @Override
    public void create(List<Offer> offers) {
        done.add("create in " + offers.getFirst().connection().account().id());
    }

    @Override
    public void reveal(Kind kind, Row.Key row) {
        done.add(kind.id() + " " + row.account() + " " + row.ref().id());
    }

    @Override
    public String icon(Kind kind) {
        return "";
    }

    private static Account account(String id, String name, boolean readOnly) {
        return new Account(
                id,
                name,
                "machines",
                Optional.empty(),
                Account.Stage.DEVELOPMENT,
                readOnly,
                "violet",
                Map.of(),
                Map.of(),
                Json.obj());
    }

    /// Machines and disks.
    private static final class Machines implements PlainProvider {
        @Override
        public String id() {
            return "machines";
        }

        @Override
        public Cloud cloud(Map<String, Json> discovered, Json options) {
            return new Cloud(
                    List.of(
                            type(
                                    "machine",
                                    Kind.INSTANCE,
                                    action(Target.SCOPE, "launch", Effect.COST),
                                    action(Target.ROWS, "kill", Effect.DESTROY),
                                    action(Target.ROWS, "restart", Effect.INTERRUPT)
                                            .off(
                                                    r ->
                                                            r.status().phase() == Phase.GONE
                                                                    ? Optional.of("it-is-gone")
                                                                    : Optional.empty()),
                                    action(Target.ROW, "rules", Effect.REPLACE),
                                    action(Target.ROW, "secret", Effect.CHANGE).onlyInDetails()),
                            type("disk", Kind.VOLUME),
                            type(
                                    "ruleset",
                                    Kind.FIREWALL,
                                    action(Target.ROW, "edit rules", Effect.REPLACE)
                                            .asks(Form.of(Field.of("rules", new Input.Toggle()))),
                                    action(Target.ROWS, "delete rules", Effect.DESTROY))),
                    List.of(),
                    List.of());
        }

        private static Action action(Target target, String id, Effect effect) {
            return Action.on(target, id, effect, _ -> List.of());
        }

        private static ResourceType type(String id, Kind kind, Action... actions) {
            return ResourceType.of(
                    id,
                    kind,
                    _ -> ApiCall.read(Request.get("/" + id)).as(_ -> Page.of(id, List.of(), null)),
                    actions);
        }
    }

    private static final class NoRoad implements Requests {
        @Override
        public <T> Ticket submit(Order<T> order) {
            throw new AssertionError("nothing is sent here");
        }
    }

    private static final class NoClips implements Clips {
        @Override
        public void copy(String text) {
            throw new AssertionError("nothing is copied here");
        }

        @Override
        public void copy(Secret secret) {
            throw new AssertionError("nothing is copied here");
        }
    }

    private static final class NoPages implements Pages {
        @Override
        public void keep(String account, Kept pages) {}

        @Override
        public void seen(String account, String type, String scope, Instant readAt) {}

        @Override
        public List<Kept> pages(String account) {
            return List.of();
        }

        @Override
        public void forget(String account) {}
    }

    private static final class NoTransitions implements Transitions {
        @Override
        public Optional<Duration> usualStay(String account, String type, String state) {
            return Optional.empty();
        }

        @Override
        public void seen(Seen transition) {}

        @Override
        public List<Seen> of(String account, Resource.Ref ref, int most) {
            return List.of();
        }

        @Override
        public List<Seen> newest(int most) {
            return List.of();
        }

        @Override
        public Optional<Instant> firstSeen(String account, Resource.Ref ref) {
            return Optional.empty();
        }
    }
}
