package io.pilothouse.app;

import io.pilothouse.cloud.Action;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.ui.form.Destination;
import io.pilothouse.ui.form.FormDialog;
import io.pilothouse.ui.form.ProposalViewModel;
import io.pilothouse.ui.form.ProposalViewModel.Start;
import io.pilothouse.ui.form.part.Presets;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.ActionDesk.Answered;
import io.pilothouse.ui.kit.act.CallPlan;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.kit.rows.Tally;
import io.pilothouse.ui.launch.LaunchDialog;
import io.pilothouse.ui.launch.LaunchGrid;
import io.pilothouse.ui.launch.LaunchViewModel;
import io.pilothouse.ui.shell.Forms;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Which look a form has: launches their grid, all else the plain one. The types that a form chooses from are kept fresh
/// while it is open.
final class DialogForms implements Forms {
    private final Workbench bench;
    private final Preferences preferences;
    private final Supplier<Money> burnRate;

    DialogForms(Workbench bench, Preferences preferences, Supplier<Money> burnRate) {
        this.bench = bench;
        this.preferences = preferences;
        this.burnRate = burnRate;
    }

    @Override
    public Open open(
            List<Offer> offers,
            Json kept,
            Optional<String> refusal,
            Answered then,
            Runnable cancel) {
        var destinations = offers.stream().map(this::destination).toList();
        var start = new Start(offers.getFirst().connection().account().id(), kept, refusal);
        var proposal =
                new ProposalViewModel(
                        destinations,
                        start,
                        (to, before, answers) ->
                                then.with(offers.get(destinations.indexOf(to)), before, answers));
        var form = destinations.getFirst();
        if (offers.getFirst().action().effect() == Action.Effect.COST
                && LaunchGrid.fits(
                        form.action().form().apply(form.about(), form.inventory().get()))) {
            var model = new LaunchViewModel(proposal);
            var dialog =
                    new LaunchDialog(
                            model, bench::now, presets(offers), bench.clipboard()::copy, cancel);
            var fresh =
                    keepFresh(
                            offers,
                            rowsChanged -> {
                                if (rowsChanged) {
                                    model.inventoryChanged();
                                }
                                dialog.tick();
                            });
            return new Open(
                    dialog.view(),
                    dialog::focus,
                    () -> {
                        fresh.close();
                        model.close();
                    },
                    dialog::mayClose);
        }
        var fresh =
                keepFresh(
                        offers,
                        rowsChanged -> {
                            if (rowsChanged) {
                                proposal.inventoryChanged();
                            }
                            proposal.readAgain();
                        });
        readWhatIsReplaced(offers);
        var dialog = new FormDialog(proposal, presets(offers), bench.clipboard()::copy, cancel);
        return new Open(
                dialog.view(),
                dialog::focus,
                () -> {
                    fresh.close();
                    proposal.close();
                },
                dialog::mayClose);
    }

    /// Of what makes something new; what is done to rows has answers of theirs.
    private Optional<Presets> presets(List<Offer> offers) {
        return Optional.of(offers.getFirst().action())
                .filter(a -> a.target() == Action.Target.SCOPE)
                .map(a -> new Presets(preferences, a.id()));
    }

    /// Between the last read and now somebody else may have changed what is to be replaced.
    private static void readWhatIsReplaced(List<Offer> offers) {
        offers.stream()
                .filter(o -> o.action().effect() == Action.Effect.REPLACE)
                .forEach(o -> o.connection().poller().refresh(o.action().readBack()));
    }

    /// All that an account's forms may choose from is on the screen while one is open.
    ///
    /// @param read told on the FX thread of each list that was read, and whether its rows changed
    private Pin keepFresh(List<Offer> offers, Consumer<Boolean> read) {
        var accounts =
                offers.stream().map(o -> o.connection().account().id()).collect(Collectors.toSet());
        var changes =
                bench.store()
                        .observe(
                                delta -> {
                                    if (accounts.contains(delta.now().key().account())) {
                                        bench.fx().execute(() -> read.accept(delta.rowsChanged()));
                                    }
                                });
        var shown =
                offers.stream()
                        .map(
                                o ->
                                        o.connection()
                                                .poller()
                                                .show(
                                                        o.connection().cloud().types().stream()
                                                                .filter(t -> !t.onlyWhileShown())
                                                                .map(t -> t.id())
                                                                .collect(Collectors.toSet())))
                        .toArray(Pin[]::new);
        return Pin.all(changes, Pin.all(shown));
    }

    private Destination destination(Offer offer) {
        var connection = offer.connection();
        var account = connection.account();
        return new Destination(
                account.id(),
                account.name(),
                account.colour(),
                Words.of("provider." + account.provider()),
                offer.action(),
                offer.scope(),
                offer.targets().stream().map(Row::resource).toList(),
                offer::known,
                steps -> CallPlan.of(bench, offer, steps),
                request -> bench.roads().apply(account.id()).map(r -> r.curl(request)).orElse(""),
                burnRate,
                type -> feed(offer, type).readAt(),
                type -> Tally.why(feed(offer, type), connection));
    }

    private Snapshot feed(Offer offer, String type) {
        var account = offer.connection().account().id();
        return bench.store().get(new FeedKey(account, type, scope(offer)));
    }

    private static String scope(Offer offer) {
        return offer.about().stream().findFirst().map(Resource::scope).orElse("");
    }
}
