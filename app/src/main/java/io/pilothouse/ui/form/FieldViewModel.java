package io.pilothouse.ui.form;

import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.form.diff.RecordsDiff;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One field of a form while it is filled in: its value, what can be chosen, and what is to be said about it.
public final class FieldViewModel {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final Field field;
    private final Runnable changed;
    private final Supplier<Inventory> inventory;
    private final ReadOnlyObjectWrapper<Json> value = new ReadOnlyObjectWrapper<>(Json.absent());
    private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Optional<Problem>> said =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final Map<String, Choice> seen = new HashMap<>();
    private final ObservableList<FormViewModel> records = FXCollections.observableArrayList();
    private final List<FormViewModel> forms;
    private final ReadOnlyObjectWrapper<Optional<FormViewModel>> form =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RecordsDiff>> compared =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Problem> problems = List.of();
    private boolean touched;
    private boolean typed;
    private boolean theOnlyOne;

    FieldViewModel(Field field, Supplier<Inventory> inventory, Runnable changed) {
        this.field = field;
        this.inventory = inventory;
        this.changed = changed;
        this.forms =
                switch (field.input()) {
                    case Input.OneOf(var all) -> all.stream().map(this::nested).toList();
                    case Input.Nested(var one) -> List.of(nested(one));
                    default -> List.of();
                };
        if (!forms.isEmpty() && (field.required() || field.input() instanceof Input.Nested)) {
            form.set(Optional.of(forms.getFirst()));
        }
        if (field.input() instanceof Input.Toggle && field.required()) {
            value.set(Json.of(false));
        }
    }

    public String name() {
        return field.name();
    }

    public Input input() {
        return field.input();
    }

    public boolean required() {
        return field.required();
    }

    /// As it stands there, also while the field is not shown; absent when nothing was filled in.
    public Json value() {
        return value.get();
    }

    public ReadOnlyObjectProperty<Json> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    /// What is said under the field now: a problem before a warning. Until the field was left or sending was tried
    /// nothing of what typing on may cure.
    public ReadOnlyObjectProperty<Optional<Problem>> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// What can be chosen, and behind it what was chosen and is offered no longer, which is off.
    public ObservableList<Choice> choices() {
        return choices;
    }

    /// The rows of [Input.Records]; changed through [#addRecord] and [#removeRecord].
    public ObservableList<FormViewModel> records() {
        return records;
    }

    /// The forms of [Input.OneOf]; the one of [Input.Nested].
    public List<FormViewModel> forms() {
        return forms;
    }

    /// The chosen one of [#forms].
    public ReadOnlyObjectProperty<Optional<FormViewModel>> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// The value as text for an input of one line or of code; a secret gives none.
    public String text() {
        return field.input() instanceof Input.Texts
                ? String.join(", ", value.get().texts())
                : value.get().word();
    }

    /// Takes what was typed. A whole number that is none stays as text, so that nothing typed is lost.
    public void setText(String text) {
        var next = fromText(text);
        typed |= !next.equals(value()); // a control echoes what was loaded into it
        set(next);
    }

    private Json fromText(String text) {
        return switch (field.input()) {
            case Input.Hidden _ when !text.isEmpty() -> Json.of(Secret.of(text));
            case Input.Texts _ -> texts(text);
            case Input.Whole _ when WHOLE.matcher(text.strip()).matches() ->
                    Json.of(new BigDecimal(text.strip()));
            default -> text.isEmpty() ? Json.absent() : Json.of(text);
        };
    }

    /// What stands between commas; absent when there is nothing.
    static Json texts(String text) {
        var some =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
        return some.isEmpty() ? Json.absent() : Json.of(some);
    }

    public void setOn(boolean on) {
        set(Json.of(on));
    }

    public List<String> chosen() {
        return value.get().texts();
    }

    /// Chooses a value: instead of the one before where one is to be chosen, else in addition.
    public void choose(String choice) {
        touched = true;
        var some = new ArrayList<>(isMany() ? chosen() : List.of());
        if (!some.contains(choice)) {
            some.add(choice);
        }
        setChosen(some);
    }

    public void unchoose(String choice) {
        touched = true;
        setChosen(chosen().stream().filter(c -> !c.equals(choice)).toList());
    }

    /// Is the value a list?
    public boolean isMany() {
        return field.input() instanceof Input.Choose(_, var max, _) && max > 1;
    }

    /// The choice of a value, as it is or was last offered.
    public Choice choice(String choice) {
        return choices.stream()
                .filter(c -> c.value().equals(choice))
                .findFirst()
                .orElseGet(() -> gone(choice));
    }

    /// Takes the value that a problem suggests.
    public void take(String suggestion) {
        if (field.input() instanceof Input.Choose) {
            choose(suggestion);
        } else {
            setText(suggestion);
        }
    }

    /// The field has been left: from now on its problems are shown.
    public void leave() {
        touched = true;
        changed.run();
    }

    /// How the rows of [Input.Records] differ from the list that they would replace; empty where they replace none.
    ReadOnlyObjectProperty<Optional<RecordsDiff>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    void compare(RecordsDiff diff) {
        compared.set(Optional.of(diff));
    }

    /// Adds a row with these answers at the end of [Input.Records].
    public FormViewModel addRecord(Json answers) {
        if (!(field.input() instanceof Input.Records(_, var each, _))) {
            throw new IllegalStateException(field.name() + " has no records");
        }
        var row = nested(each);
        row.load(answers);
        records.add(row);
        pull();
        return row;
    }

    public void removeRecord(FormViewModel row) {
        records.remove(row);
        pull();
    }

    /// Chooses one of [#forms], or none.
    public void chooseForm(Optional<FormViewModel> one) {
        form.set(one);
        pull();
    }

    private FormViewModel nested(Form each) {
        return new FormViewModel(each, inventory, this::pull);
    }

    private void pull() {
        set(nestedValue());
    }

    private Json nestedValue() {
        return field.input() instanceof Input.Records
                ? Json.of(records.stream().map(FormViewModel::gather).toList())
                : form.get().map(FormViewModel::gather).orElse(Json.absent());
    }

    private void setChosen(List<String> some) {
        set(some.isEmpty() ? Json.absent() : isMany() ? Json.of(some) : Json.of(some.getFirst()));
    }

    private void set(Json newest) {
        value.set(newest);
        changed.run();
    }

    /// Sets the value without telling the form.
    void load(Json newest) {
        switch (field.input()) {
            case Input.Records(_, var each, _) -> {
                records.clear();
                for (var item : newest.list()) {
                    var row = nested(each);
                    row.load(item);
                    records.add(row);
                }
                value.set(nestedValue());
            }
            case Input.Nested _ -> {
                forms.getFirst().load(newest);
                value.set(nestedValue());
            }
            case Input.OneOf _ -> {
                forms.stream()
                        .filter(f -> f.names(newest))
                        .findFirst()
                        .ifPresent(
                                f -> {
                                    f.load(newest);
                                    form.set(Optional.of(f));
                                });
                value.set(nestedValue());
            }
            default -> {
                value.set(newest);
                theOnlyOne = false;
            }
        }
    }

    /// Where a row is needed and there is none, one stands there to be filled in. Does not tell the form.
    void begin() {
        if (field.required()
                && field.input() instanceof Input.Records(_, var each, _)
                && records.isEmpty()) {
            load(Json.of(List.of(each.initial())));
        }
    }

    /// What goes into the answers: nothing for what is empty.
    Json answer() {
        return switch (nested() ? nestedValue() : value.get()) {
            case Json.Text(var s) when s.isEmpty() -> Json.absent();
            case Json.Arr(var items) when items.isEmpty() -> Json.absent();
            case Json.Obj(var fields) when fields.isEmpty() -> Json.absent();
            case Json.Hidden(var s) when s.isEmpty() -> Json.absent();
            case Json other -> other;
        };
    }

    private boolean nested() {
        return field.input() instanceof Input.Records || !forms.isEmpty();
    }

    void refresh(Json answers, Inventory known) {
        if (!(field.input() instanceof Input.Choose choose)) {
            records.forEach(r -> r.refresh(answers, known));
            forms.forEach(f -> f.refresh(answers, known));
            return;
        }
        var offered = new ArrayList<>(choose.from().list().apply(answers, known));
        offered.forEach(c -> seen.put(c.value(), c));
        chooseTheOnlyOne(choose, offered);
        for (var value : chosen()) {
            if (offered.stream().noneMatch(c -> c.value().equals(value))) {
                offered.add(gone(value));
            }
        }
        if (!offered.equals(choices)) {
            choices.setAll(offered);
        }
    }

    /// Where an answer is needed and there is but one, nobody need choose it. It is another one when that is.
    private void chooseTheOnlyOne(Input.Choose choose, List<Choice> offered) {
        boolean open = value().isAbsent() || theOnlyOne;
        if (!field.required() || choose.max() > 1 || touched || !open) {
            return;
        }
        theOnlyOne = offered.size() == 1 && offered.getFirst().off().isEmpty();
        value.set(theOnlyOne ? Json.of(offered.getFirst().value()) : Json.absent());
    }

    private Choice gone(String value) {
        return seen.getOrDefault(value, Choice.of(value, value))
                .off(Optional.of("problem.not-offered"));
    }

    void setVisible(boolean shown) {
        visible.set(shown);
    }

    boolean isShown(Json answers) {
        return field.when().test(answers);
    }

    void show(List<Problem> about, boolean tried) {
        problems = about.stream().filter(p -> p.field().equals(name())).toList();
        say(tried);
        for (int i = 0; i < records.size(); i++) {
            records.get(i).show(under(about, name() + "/" + i + "/"), tried);
        }
        form.get().ifPresent(f -> f.show(under(about, name() + "/"), tried));
    }

    private void say(boolean tried) {
        var speaks =
                touched
                        || tried
                        || (field.input() instanceof Input.Choose && !chosen().isEmpty())
                        || isTypedToItsEnd();
        // of two that stop, the one that knows a way out
        var first =
                problems.stream()
                        .filter(p -> !p.warning() && p.suggestion().isPresent())
                        .findFirst()
                        .or(() -> problems.stream().filter(p -> !p.warning()).findFirst())
                        .or(() -> problems.stream().findFirst());
        said.set(speaks ? first : Optional.empty());
    }

    /// What is written may be right or wrong, but it is no mere beginning.
    private boolean isTypedToItsEnd() {
        return typed && !value().isAbsent() && problems.stream().noneMatch(Problem::isOfUnfinished);
    }

    private static List<Problem> under(List<Problem> about, String prefix) {
        return about.stream()
                .filter(p -> p.field().startsWith(prefix))
                .map(
                        p ->
                                new Problem(
                                        p.field().substring(prefix.length()),
                                        p.key(),
                                        p.args(),
                                        p.suggestion(),
                                        p.warning()))
                .toList();
    }

    /// What is said here and in the forms within, while it is shown.
    Stream<Problem> saying() {
        if (!visible.get()) {
            return Stream.empty();
        }
        var within = Stream.concat(records.stream(), form.get().stream());
        return Stream.concat(said.get().stream(), within.flatMap(FormViewModel::saying));
    }

    Money price() {
        var sum = Money.ZERO;
        if (!visible.get()) {
            return sum;
        }
        for (var value : chosen()) {
            sum = sum.plus(choice(value).price().orElse(Money.ZERO));
        }
        for (var row : records) {
            sum = sum.plus(row.price());
        }
        return sum.plus(form.get().map(FormViewModel::price).orElse(Money.ZERO));
    }
}
