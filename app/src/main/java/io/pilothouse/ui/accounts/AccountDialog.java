package io.pilothouse.ui.accounts;

import io.pilothouse.cloud.Provider;
import io.pilothouse.ui.accounts.AccountDialogViewModel.Step;
import io.pilothouse.ui.form.FieldViewModel;
import io.pilothouse.ui.form.FormView;
import io.pilothouse.ui.form.Segments;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.vault.PassphrasePane;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Adds or edits an account: the provider first, then its form; below it what the check is doing, and what it said.
final class AccountDialog {
    private static final Set<String> FIRST = Set.of(AccountForm.NAME, AccountForm.ID);
    private static final Set<String> CARE = Set.of(AccountForm.CLASS, AccountForm.READ_ONLY);

    private final AccountDialogViewModel model;
    private final Runnable close;
    private final VBox view;
    private final Node provider;
    private final VBox fields = Nodes.styled(new VBox(), "ph-account-fields");
    private final VBox said = new VBox();
    private final HBox foot = Nodes.styled(new HBox(), Css.DIALOG_FOOT);

    /// The place of the fields of the key among the forms.
    private static final int KEYS = 1;

    private List<FormView> forms = List.of();
    private TitledPane more = new TitledPane();

    AccountDialog(AccountDialogViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        var title = Nodes.label(model.title(), Css.TITLE);
        var head = Nodes.styled(new HBox(title), Css.DIALOG_HEAD);
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // the bar stands beside the fields, and the fields in line with all else
        VBox.setMargin(scroll, new Insets(0, -12, 0, 0));
        var body = Nodes.styled(new VBox(), "ph-account-body");
        provider = provider();
        body.getChildren().add(provider);
        body.getChildren().addAll(scroll, said);
        VBox.setVgrow(body, Priority.ALWAYS);
        view = Nodes.styled(new VBox(head, body, foot), Css.DIALOG, "ph-account-dialog");
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        FormView.style(view);
        AccountsView.style(view);
        model.formProperty().subscribe(_ -> drawFields());
        model.stepProperty().subscribe(this::draw);
        view.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (Shortcut.SEND.matches(e)) {
                        save();
                        e.consume();
                    }
                });
    }

    Region view() {
        return view;
    }

    /// What a scroll pane holds is in no scene before its first layout, and could not take the focus.
    void focus() {
        view.applyCss();
        view.layout();
        forms.get(model.why().isPresent() ? KEYS : 0).focusFirst();
    }

    private Node provider() {
        var label = Nodes.label(Words.of("accounts.provider"), Css.FIELD_LABEL);
        var name =
                (java.util.function.Function<Provider, String>) p -> Words.of("provider." + p.id());
        var choice =
                model.adding()
                        ? new Segments<>(
                                        model.providers(),
                                        name,
                                        model.providerProperty().get(),
                                        model::choose)
                                .view()
                        : Nodes.label(name.apply(model.providerProperty().get()));
        return Nodes.styled(new VBox(label, choice), Css.FIELD);
    }

    private void drawFields() {
        var chosen = model.providerProperty().get();
        var names = chosen.credentials().fields().stream().map(f -> f.name()).toList();
        var first = form(FIRST::contains, 2);
        var keys = form(names::contains, 1);
        var where = form(AccountForm.ENDPOINT::equals, 1);
        var care = form(CARE::contains, 2);
        var rest =
                form(
                        n ->
                                !FIRST.contains(n)
                                        && !names.contains(n)
                                        && !n.equals(AccountForm.ENDPOINT)
                                        && !CARE.contains(n),
                        2);
        forms = List.of(first, keys, where, care, rest);
        where.prompt(AccountForm.ENDPOINT, chosen.endpoint());
        chosen.budgets()
                .forEach(
                        (name, budget) ->
                                rest.prompt(AccountForm.BUDGET + name, budget.toString()));
        more = new TitledPane(Words.of("accounts.more"), rest.view());
        more.setAnimated(false);
        more.setExpanded(
                model.formProperty().get().fields().stream()
                        .anyMatch(f -> isMore(f) && !f.value().isAbsent()));
        fields.getChildren()
                .setAll(
                        first.view(),
                        keys.view(),
                        where.view(),
                        care.view(),
                        new Swatches(model.colourProperty()).view(),
                        more);
    }

    private FormView form(Predicate<String> names, int columns) {
        return new FormView(
                model.formProperty().get().fields().stream()
                        .filter(f -> names.test(f.name()))
                        .toList(),
                columns);
    }

    private static boolean isMore(FieldViewModel field) {
        return field.name().equals(AccountForm.PROXY)
                || field.name().equals(AccountForm.CA_FILE)
                || field.name().startsWith(AccountForm.BUDGET);
    }

    private void save() {
        model.save();
        if (model.stepProperty().get() instanceof Step.Editing) {
            model.formProperty().get().firstToFix().ifPresent(this::jump);
        }
    }

    private void jump(FieldViewModel field) {
        if (isMore(field)) {
            more.setExpanded(true);
        }
        for (var form : forms) {
            if (form.focus(field)) {
                return;
            }
        }
    }

    private void draw(Step step) {
        boolean editing = step instanceof Step.Editing;
        // what was checked is what is written
        fields.setDisable(!editing);
        provider.setDisable(!editing);
        said.getChildren().clear();
        switch (step) {
            case Step.Editing _ -> {
                model.why().ifPresent(why -> say(Problems.words(why), Problems.advice(why)));
                foot(
                        Nodes.label(Words.of("accounts.check.note"), Css.FIELD_HINT),
                        Nodes.button(Words.of("button.cancel"), "", close),
                        primary("button.check-save", this::save));
            }
            case Step.Checking _ -> {
                foot(
                        busy("accounts.checking"),
                        Nodes.button(Words.of("accounts.check.stop"), "", model::back));
                foot.getChildren().getLast().requestFocus();
            }
            case Step.Saving _ -> foot(busy("accounts.saving"));
            case Step.InClear(var endpoint) -> {
                say(Words.of("accounts.in-clear", endpoint), Words.of("accounts.in-clear.advice"));
                var back = primary("button.back", this::back);
                foot(
                        new Region(),
                        Nodes.button(
                                Words.of("accounts.in-clear.verb"),
                                "",
                                model::sendInClear,
                                Css.DANGER),
                        back);
                back.requestFocus();
            }
            case Step.Locked(var passphrase) -> {
                var pane = new PassphrasePane(passphrase);
                said.getChildren().setAll(Nodes.styled(new VBox(pane.view()), Css.BOX, Css.SUBTLE));
                foot(
                        new Region(),
                        Nodes.button(Words.of("button.back"), "", this::back),
                        pane.button());
                pane.focus();
            }
            case Step.Refused(var words, var advice) -> {
                say(words, advice);
                var back = primary("button.back", this::back);
                foot(
                        new Region(),
                        Nodes.button(Words.of("accounts.save-anyway"), "", model::saveAnyway),
                        back);
                back.requestFocus();
            }
            case Step.NotSaved(var why) -> {
                say(Words.of("notice.not-saved", why), "");
                var back = primary("button.back", this::back);
                foot(new Region(), back);
                back.requestFocus();
            }
        }
    }

    private void back() {
        model.back();
        focus();
    }

    private static javafx.scene.control.Button primary(String key, Runnable run) {
        var button = Nodes.button(Words.of(key), "", run, Css.ACCENT);
        button.setDefaultButton(true);
        return button;
    }

    private static Node busy(String key) {
        var turning = Nodes.styled(new ProgressIndicator(), "ph-account-busy");
        var words = Nodes.label(Words.of(key), Css.MUTED);
        turning.setAccessibleText(words.getText());
        return Nodes.styled(new HBox(turning, words), "ph-form-line");
    }

    private void foot(Node left, Node... buttons) {
        foot.getChildren().setAll(left, Nodes.spring());
        foot.getChildren().addAll(buttons);
    }

    private void say(String words, String advice) {
        var lines = new VBox(2, Nodes.wrapped(words, Css.SEMI));
        if (!advice.isEmpty()) {
            lines.getChildren().add(Nodes.wrapped(advice, Css.MUTED));
        }
        HBox.setHgrow(lines, Priority.ALWAYS);
        said.getChildren()
                .setAll(
                        Nodes.styled(
                                new HBox(
                                        8,
                                        Nodes.styled(Nodes.icon("exclamation-triangle"), Css.BAD),
                                        lines),
                                Css.BOX,
                                Css.BAD));
    }
}
