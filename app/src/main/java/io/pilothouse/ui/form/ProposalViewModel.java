package io.pilothouse.ui.form;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.settings.Preset;
import io.pilothouse.ui.form.FormViewModel.Sending;
import io.pilothouse.ui.form.part.Presets;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.CallPlan;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is about to be sent: an action at one of several accounts, its answers so far, and the plan that they make.
public final class ProposalViewModel implements AutoCloseable {
    /// Stands in plans that are only looked at; a command gets an id of its own when it is sent.
    private static final String PREVIEW = "preview";

    /// What the dialog begins with.
    ///
    /// @param account id of the account to begin with; empty for the first
    /// @param answers as answered before; absent for none
    /// @param refusal why they were refused, in words
    public record Start(String account, Json answers, Optional<String> refusal) {
        public static final Start NEW = new Start("", Json.absent(), Optional.empty());
    }

    /// Takes what was answered, once.
    @FunctionalInterface
    public interface Submit {
        /// @param before the values that stood in the form at first
        void with(Destination to, Json before, Json answers);
    }

    /// @param calls with the time they take
    /// @param each price of each call for an hour
    /// @param burnRate before it is sent
    public record Plan(CallPlan calls, Money each, Money burnRate) {
        public List<Step> steps() {
            return calls.steps();
        }

        /// Does each call wait for what the one before it has begun? Then it takes longer than the calls alone.
        public boolean isChain() {
            var steps = steps();
            return steps.size() > 1
                    && IntStream.range(1, steps.size())
                            .allMatch(i -> waits(steps.get(i - 1), steps.get(i)));
        }

        private static boolean waits(Step before, Step after) {
            return before.follow() instanceof Step.Follow.Poll
                    && before.targets().stream()
                            .anyMatch(
                                    t ->
                                            after.targets().stream()
                                                    .anyMatch(a -> a.ref().equals(t.ref())));
        }

        public Money added() {
            return each.times(steps().size());
        }

        public Money burnRateAfter() {
            return burnRate.plus(added());
        }
    }

    private final List<Destination> destinations;
    private final Start start;
    private final Submit submit;
    private final ChangeListener<Json> planAgain = (_, _, _) -> plan();
    private final ReadOnlyObjectWrapper<Destination> destination;
    private final ReadOnlyObjectWrapper<FormViewModel> form;
    private final ReadOnlyObjectWrapper<Optional<Plan>> plan =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Replacement>> replacement =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Answers that nobody has typed.
    private Json untouched;

    private boolean touched;

    /// @param destinations at least one; the same action in each account that has it
    public ProposalViewModel(List<Destination> destinations, Start start, Submit submit) {
        this.destinations = List.copyOf(destinations);
        this.start = start;
        this.submit = submit;
        var first =
                destinations.stream()
                        .filter(d -> d.account().equals(start.account()))
                        .findFirst()
                        .orElse(destinations.getFirst());
        destination = new ReadOnlyObjectWrapper<>(first);
        form = new ReadOnlyObjectWrapper<>(formOf(first));
        untouched = form.get().answers();
        form.get().fill(start.answers());
        if (start.refusal().isEmpty()) {
            untouched = form.get().answers(); // a preset; what was refused, a person typed
        }
        form.get().answersProperty().addListener(planAgain);
        replacement.set(Replacement.of(first));
        plan();
    }

    private static FormViewModel formOf(Destination to) {
        var form = to.action().form().apply(to.about(), to.inventory().get());
        return new FormViewModel(form, to.inventory());
    }

    public List<Destination> destinations() {
        return destinations;
    }

    public Destination destination() {
        return destination.get();
    }

    public ReadOnlyObjectProperty<Destination> destinationProperty() {
        return destination.getReadOnlyProperty();
    }

    public FormViewModel form() {
        return form.get();
    }

    /// Another form stands here when another account was chosen.
    public ReadOnlyObjectProperty<FormViewModel> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// Why it was refused before, in words.
    public Optional<String> refusal() {
        return start.refusal();
    }

    /// Goes to another account with all that was typed.
    public void choose(Destination to) {
        if (to.equals(destination())) {
            return;
        }
        touched = isTouched();
        begin(to, form().answers());
    }

    /// Begins anew with what was kept, in its own account and scope where that is still there.
    public void take(Preset preset) {
        var to =
                destinations.stream()
                        .filter(d -> d.account().equals(preset.account()))
                        .filter(d -> scope(d).equals(preset.scope()))
                        .findFirst()
                        .orElse(destination());
        touched = false;
        begin(to, preset.answers());
    }

    /// Keeps the answers under a name.
    public void keep(Presets presets, String name) {
        presets.keep(name, destination().account(), scope(destination()), form().answers());
    }

    private static String scope(Destination to) {
        return to.scope().map(Resource::id).orElse("");
    }

    private void begin(Destination to, Json answers) {
        form().answersProperty().removeListener(planAgain);
        form().close();
        var next = formOf(to);
        next.fill(answers);
        untouched = next.answers();
        next.answersProperty().addListener(planAgain);
        destination.set(to);
        form.set(next);
        replacement.set(Replacement.of(to));
        plan();
    }

    /// The list that would be replaced, where the action replaces one.
    public ReadOnlyObjectProperty<Optional<Replacement>> replacementProperty() {
        return replacement.getReadOnlyProperty();
    }

    /// Is the list that would be replaced still to be read again? Until it is, nobody has seen what would be lost, and
    /// nothing is sent.
    public boolean isWaiting() {
        return replacement.get().filter(r -> !r.isReadAgain()).isPresent();
    }

    /// What stands there now was put there by the dialog itself, unless it comes from an earlier try.
    void settle() {
        if (start.answers().fields().isEmpty()) {
            untouched = form().answers();
        }
    }

    /// Was anything filled in that would be lost?
    public boolean isTouched() {
        return touched || !form().answers().equals(untouched);
    }

    /// Why nothing can be sent now, as a message key: what would be replaced is still to be read again, or would be
    /// replaced by the same; empty when it can.
    public Optional<String> off() {
        return isWaiting()
                ? Optional.of("form.reading-again")
                : changes().filter(n -> n == 0).map(_ -> "form.no-change");
    }

    /// How many records of a list that is replaced would be others; empty where none is replaced.
    private Optional<Long> changes() {
        return replacement.get().map(r -> r.diff(form().answers()).changes());
    }

    /// What the account has was read again. A list that somebody changed meanwhile takes its place in the form, as long
    /// as nothing was typed there; else it is only what the answers are compared with.
    public void readAgain() {
        replacement.set(replacement.get().map(r -> r.again(destination())));
        if (replacement.get().filter(r -> r.isChangedSince() && isUntouched(r)).isPresent()) {
            beginAgain();
        } else if (replacement.get().isPresent()) {
            plan(); // it is made of the difference to what is known now
        }
    }

    private boolean isUntouched(Replacement it) {
        return form().answers().equals(it.opened());
    }

    /// Puts the newest list into the form, in place of what was typed.
    public void beginAgain() {
        form().answersProperty().removeListener(planAgain);
        form().close();
        var next = Replacement.form(destination());
        next.answersProperty().addListener(planAgain);
        replacement.set(replacement.get().map(Replacement::begunAgain));
        untouched = next.answers();
        touched = false;
        form.set(next);
        plan();
    }

    /// Every call with its time and price; empty while the answers make no plan.
    public Optional<Plan> plan() {
        replacement
                .get()
                .ifPresent(
                        r ->
                                form().field(r.field().name())
                                        .ifPresent(f -> f.compare(r.diff(form().answers()))));
        var made = steps();
        plan.set(
                made.map(
                        steps ->
                                new Plan(
                                        destination().estimate().apply(steps),
                                        form().price(),
                                        destination().burnRate().get())));
        return plan.get();
    }

    public ReadOnlyObjectProperty<Optional<Plan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    private Optional<List<Step>> steps() {
        var to = destination();
        var ask = new Ask(PREVIEW, to.scope(), to.targets(), before(), form().answers());
        try {
            return Optional.of(to.action().plan().apply(ask));
        } catch (RuntimeException e) {
            if (form().problems().stream().allMatch(p -> p.warning())) {
                throw e;
            }
            // faulty answers need not make a plan; what is wrong with them is shown in the form
            return Optional.empty();
        }
    }

    /// Calls that would be sent; 1 while there is no plan.
    public int count() {
        return plan.get().map(p -> p.steps().size()).orElse(1);
    }

    public String title() {
        return Words.of("action." + destination().action().id());
    }

    /// The names of the rows it is for; empty where it makes something new.
    public String whom() {
        return destination().targets().stream()
                .map(r -> Formats.oneLine(r.name()))
                .collect(Collectors.joining(", "));
    }

    /// As the button says it, with the count: of calls, or of changes in a list that is replaced.
    public String verb() {
        var key = "action." + destination().action().id() + ".verb";
        long n = changes().orElse((long) count());
        return n == 0 && Words.has(key + ".none")
                ? Words.of(key + ".none")
                : Words.has(key) ? Words.count(key, n) : title();
    }

    /// Every call as curl, one a paragraph, secrets masked.
    public String curl() {
        return calls(s -> destination().curl().apply(s.call().request()));
    }

    /// Every body as JSON, one a paragraph, secrets masked.
    public String json() {
        return calls(s -> JsonText.pretty(s.call().request().body()));
    }

    private String calls(Function<Step, String> text) {
        return plan.get().stream()
                .flatMap(p -> p.steps().stream())
                .map(text)
                .collect(Collectors.joining("\n\n"));
    }

    /// A person wants to send: hands the answers over when nothing is wrong with them.
    public Sending send() {
        if (off().isPresent()) {
            return Sending.WAIT;
        }
        var sending = form().trySending();
        if (sending == Sending.READY) {
            submit.with(destination(), before(), form().answers());
        }
        return sending;
    }

    private Json before() {
        return replacement.get().map(Replacement::initial).orElseGet(() -> form().form().initial());
    }

    /// What an account has, or its prices, changed.
    public void inventoryChanged() {
        form().inventoryChanged();
        plan();
    }

    @Override
    public void close() {
        form().answersProperty().removeListener(planAgain);
        form().close();
    }
}
