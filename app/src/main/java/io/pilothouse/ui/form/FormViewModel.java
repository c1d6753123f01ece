package io.pilothouse.ui.form;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.FormCheck;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What stands in a form while it is filled in. Nothing typed is ever lost: a field that is hidden for a while, or a
/// choice that is no longer offered, keeps its value. Touched on one thread only.
public final class FormViewModel implements AutoCloseable {
    /// What became of the wish to send.
    public enum Sending {
        /// There are problems, which are shown from now on.
        FIX,
        /// There are warnings that were not shown at the last try: they are, and the next try goes through.
        CONFIRM,
        /// Nothing can be sent now, as [ProposalViewModel#off] says; said by [ProposalViewModel#send].
        WAIT,
        READY
    }

    private final Form form;
    private final Supplier<Inventory> inventory;
    private final @Nullable Runnable parent;
    private final List<FieldViewModel> fields;
    private final ReadOnlyObjectWrapper<Json> answers = new ReadOnlyObjectWrapper<>(Json.obj());
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper fieldsToFix = new ReadOnlyLongWrapper();
    private Json unasked = Json.obj();
    private Set<Problem> confirmed = Set.of();
    private boolean tried;
    private boolean loading;
    private boolean closed;

    public FormViewModel(Form form, Supplier<Inventory> inventory) {
        this(form, inventory, null);
        load(form.initial());
    }

    /// @param parent of a form within a form, told of each change; problems come from there
    FormViewModel(Form form, Supplier<Inventory> inventory, @Nullable Runnable parent) {
        this.form = form;
        this.inventory = inventory;
        this.parent = parent;
        this.fields =
                form.fields().stream()
                        .map(f -> new FieldViewModel(f, inventory, this::changed))
                        .toList();
    }

    public Form form() {
        return form;
    }

    public List<FieldViewModel> fields() {
        return fields;
    }

    public Optional<FieldViewModel> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /// The answers of all fields that are shown, without those left empty. What the form held at first and no field
    /// asks for stays in.
    public Json answers() {
        return answers.get();
    }

    public ReadOnlyObjectProperty<Json> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /// All that is wrong just now, shown or not yet, warnings included.
    public List<Problem> problems() {
        return problems.get();
    }

    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// Was sending tried? From then on every problem is shown.
    public boolean tried() {
        return tried;
    }

    /// How many fields have a problem which is shown.
    public long fieldsToFix() {
        return fieldsToFix.get();
    }

    public ReadOnlyLongProperty fieldsToFixProperty() {
        return fieldsToFix.getReadOnlyProperty();
    }

    /// The first field that has a problem, for the focus.
    public Optional<FieldViewModel> firstToFix() {
        return fields.stream()
                .filter(
                        f ->
                                problems().stream()
                                        .anyMatch(
                                                p ->
                                                        !p.warning()
                                                                && (p.field() + "/")
                                                                        .startsWith(
                                                                                f.name() + "/")))
                .findFirst();
    }

    /// Problems that belong to no field, for the head of the form.
    public List<Problem> general() {
        return problems().stream()
                .filter(
                        p ->
                                fields.stream()
                                        .noneMatch(
                                                f -> (p.field() + "/").startsWith(f.name() + "/")))
                .toList();
    }

    /// A person wants to send.
    public Sending trySending() {
        tried = true;
        check();
        if (problems().stream().anyMatch(p -> !p.warning())) {
            return Sending.FIX;
        }
        var warnings = new HashSet<>(problems());
        if (confirmed.containsAll(warnings)) {
            return Sending.READY;
        }
        confirmed = warnings;
        return Sending.CONFIRM;
    }

    /// Were these warnings, and nothing worse, shown at the last try to send?
    public boolean isConfirming() {
        return !problems().isEmpty() && confirmed.containsAll(problems());
    }

    /// The price of what is chosen, for each call; zero where nothing chosen has one.
    public Money price() {
        return fields.stream().map(FieldViewModel::price).reduce(Money.ZERO, Money::plus);
    }

    /// What the account has changed: choices and problems are made anew, values stay.
    public void inventoryChanged() {
        if (!closed) {
            check();
        }
    }

    /// Puts these answers into their fields, as after a refusal or when another account is chosen. A field without an
    /// answer here keeps what it has.
    public void fill(Json given) {
        loading = true;
        for (var field : fields) {
            if (!given.at(field.name()).isAbsent()) {
                field.load(given.at(field.name()));
            }
            field.begin();
        }
        loading = false;
        changed();
    }

    void load(Json given) {
        var rest = given;
        for (var field : form.fields()) {
            rest = rest.with(field.name(), Json.absent());
        }
        unasked = rest;
        fill(given);
    }

    private void changed() {
        if (loading || closed) {
            return;
        }
        if (parent == null) {
            check();
        } else {
            parent.run();
        }
    }

    private void check() {
        var known = inventory.get();
        var now = gather();
        for (var before = Json.absent(); !now.equals(before); ) {
            // what has one choice alone is chosen, and what depends on it is offered anew
            before = now;
            refresh(Json.obj(), known);
            now = gather();
        }
        var found = List.copyOf(FormCheck.problems(form, now, known));
        show(found, tried);
        problems.set(found);
        fieldsToFix.set(saying().filter(p -> !p.warning()).count());
        answers.set(now);
    }

    /// Which fields are shown depends on the answers, and the answers on which fields are shown.
    Json gather() {
        var shown = Set.copyOf(fields);
        var now = answersOf(shown);
        for (int i = 0; i <= fields.size(); i++) {
            var next = new HashSet<FieldViewModel>();
            for (var field : fields) {
                if (field.isShown(now)) {
                    next.add(field);
                }
            }
            if (next.equals(shown)) {
                break;
            }
            shown = next;
            now = answersOf(shown);
        }
        for (var field : fields) {
            field.setVisible(shown.contains(field));
        }
        return now;
    }

    private Json answersOf(Set<FieldViewModel> shown) {
        var all = unasked;
        for (var field : fields) {
            if (shown.contains(field)) {
                all = all.with(field.name(), field.answer());
            }
        }
        return all;
    }

    /// @param around the answers of the form that this one is in
    void refresh(Json around, Inventory known) {
        var now = Choices.within(around, gather());
        fields.forEach(f -> f.refresh(now, known));
    }

    void show(List<Problem> about, boolean triedNow) {
        for (var field : fields) {
            var prefix = field.name() + "/";
            field.show(
                    about.stream().filter(p -> (p.field() + "/").startsWith(prefix)).toList(),
                    triedNow);
        }
    }

    /// Does the value hold this form's first field? So one of several forms is told from the others.
    boolean names(Json value) {
        return !form.fields().isEmpty() && !value.at(form.fields().getFirst().name()).isAbsent();
    }

    Stream<Problem> saying() {
        return fields.stream().flatMap(FieldViewModel::saying);
    }

    /// After this nothing is told any more.
    @Override
    public void close() {
        closed = true;
    }
}
