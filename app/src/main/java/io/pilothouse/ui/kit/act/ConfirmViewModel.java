package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Facts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person is asked before something is destroyed, or done to many rows: the effect in the title, every call with
/// its time, and for what destroys in a production account the name to type (the account's, for several rows). What an
/// action always wants typed is typed everywhere.
public final class ConfirmViewModel {
    private final Offer offer;
    private final CallPlan plan;
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanBinding mayGo;

    public ConfirmViewModel(Offer offer, CallPlan plan) {
        this.offer = offer;
        this.plan = plan;
        this.mayGo =
                Bindings.createBooleanBinding(
                        () -> toType().map(name -> name.equals(typed.get().strip())).orElse(true),
                        typed);
    }

    /// `Terminate 3 instances?`, with what else it touches.
    public String title() {
        var key = "action." + offer.action().id() + ".confirm";
        int n = offer.targets().size();
        return Words.of(n == 1 && Words.has(key + ".one") ? key + ".one" : key, n, names(3));
    }

    /// What goes with it, a line each.
    public List<String> effects() {
        var lines = new ArrayList<String>();
        mounted().ifPresent(lines::add);
        var used =
                offer.targets().stream()
                        .filter(
                                r ->
                                        r.resource()
                                                .get(Facts.USED_BY)
                                                .filter(u -> !u.isEmpty())
                                                .isPresent())
                        .count();
        if (used > 0) {
            lines.add(Words.count("confirm.used", used));
        }
        if (Words.has("action." + offer.action().id() + ".effect")) {
            lines.add(Words.of("action." + offer.action().id() + ".effect"));
        }
        return lines;
    }

    private Optional<String> mounted() {
        var with =
                offer.targets().stream()
                        .filter(
                                r ->
                                        r.resource()
                                                .get(Facts.VOLUMES)
                                                .filter(v -> !v.isEmpty())
                                                .isPresent())
                        .toList();
        return with.stream()
                .findFirst()
                .flatMap(r -> r.resource().get(Facts.VOLUMES))
                .map(v -> Words.inSentence(Words.of("type." + v.getFirst().type())))
                .map(
                        type ->
                                with.size() > 1
                                        ? Words.of("confirm.mounted", with.size(), type)
                                        : offer.targets().size() == 1
                                                ? Words.of("confirm.mounted.one", type)
                                                : Words.of(
                                                        "confirm.mounted.named",
                                                        Formats.oneLine(
                                                                with.getFirst().resource().name()),
                                                        type));
    }

    public String names(int most) {
        var all = offer.targets().stream().map(r -> Formats.oneLine(r.resource().name())).toList();
        return all.stream().limit(most).collect(Collectors.joining(", "))
                + (all.size() > most ? Words.of("confirm.more", all.size() - most) : "");
    }

    /// What is to be typed; empty where nothing is.
    public Optional<String> toType() {
        var account = offer.connection().account();
        var always = offer.toType();
        if (!always.isEmpty()) {
            return Optional.of(
                    always.size() == 1 ? always.getFirst().strip() : account.name().strip());
        }
        if (!isDestructive() || account.stage() != Account.Stage.PRODUCTION) {
            return Optional.empty();
        }
        return Optional.of(
                offer.targets().size() == 1
                        ? offer.targets().getFirst().resource().name().strip()
                        : account.name().strip());
    }

    /// Is something lost by it? Then *Cancel* is the default.
    public boolean isDestructive() {
        return offer.action().effect() == Action.Effect.DESTROY;
    }

    /// Is the plan worth a look? One call that leaves at once is none.
    public boolean hasPlan() {
        return plan.steps().size() > 1
                || plan.time().compareTo(Duration.ofSeconds(1)) >= 0
                || saved().isPresent();
    }

    /// Every call, in the order in which they leave.
    public List<Step> calls() {
        return plan.steps();
    }

    /// `8 calls: 84 s at one per 12 s`.
    public String time() {
        return PlanWords.calls("plan.calls", plan);
    }

    /// Whose budget decides the time, and what is queued before; empty when there is nothing to say.
    public String budget() {
        return PlanWords.budget(offer.connection().account().name(), plan);
    }

    /// What no longer costs afterwards; empty where that is not known.
    public Optional<String> saved() {
        return Optional.of(plan.saved())
                .filter(m -> m.centsAnHour() > 0)
                .map(m -> Words.of("plan.saved", Formats.dollars(m)));
    }

    /// How long it can be undone, in words.
    public String grace() {
        return Formats.duration(plan.grace());
    }

    public String verb() {
        var key = "action." + offer.action().id() + ".verb";
        int n = offer.targets().size();
        return n == 1 && Words.has(key + ".one") ? Words.of(key + ".one") : Words.of(key, n);
    }

    public StringProperty typedProperty() {
        return typed;
    }

    public BooleanBinding mayGo() {
        return mayGo;
    }

    public Offer offer() {
        return offer;
    }
}
