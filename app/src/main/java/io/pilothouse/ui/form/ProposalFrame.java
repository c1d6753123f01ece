package io.pilothouse.ui.form;

import io.pilothouse.ui.form.ProposalViewModel.Plan;
import io.pilothouse.ui.form.part.NameStrip;
import io.pilothouse.ui.form.part.PresetMenu;
import io.pilothouse.ui.form.part.Presets;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.PlanWords;
import io.pilothouse.ui.theme.Css;
import io.pilothouse.ui.theme.Gutter;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The frame of a dialog that proposes calls: title and account above, the plan below its body, and at the foot copying,
/// cancelling and sending. The button stays on and leads to the first problem; it is off only while the list that it
/// replaces is being read again, or would be replaced by the same.
public final class ProposalFrame {
    /// What the frame hands to others.
    ///
    /// @param presets of its action; empty where none can be kept
    /// @param copy takes text for the clipboard
    /// @param close puts the dialog away
    /// @param toProblem puts the focus into a field
    /// @param focus puts it where filling in begins
    public record Doors(
            Optional<Presets> presets,
            Consumer<String> copy,
            Runnable close,
            Consumer<FieldViewModel> toProblem,
            Runnable focus) {}

    private final ProposalViewModel proposal;
    private final Doors doors;
    private final VBox view;
    private final Label toFix = Nodes.label("", Css.SMALL, Css.BAD);
    private final Button send;
    private final Button keep = Nodes.button(Words.of("form.discard.no"), "", () -> {});
    private final HBox discard;
    private final NameStrip name;

    /// @param calls message key for how many calls there are, with the keys `<calls>.one` and `<calls>.at`
    public ProposalFrame(ProposalViewModel proposal, Node body, String calls, Doors doors) {
        this.proposal = proposal;
        this.doors = doors;
        send = Nodes.button("", "", this::send, Css.ACCENT);
        send.setDefaultButton(true);
        discard = discard();
        Nodes.present(discard, false);
        name =
                new NameStrip(
                        n -> doors.presets().ifPresent(p -> proposal.keep(p, n)), doors.focus());
        var content = Nodes.styled(new VBox(), Css.DIALOG_BODY, "ph-proposal-body");
        proposal.refusal().ifPresent(words -> content.getChildren().add(refusal(words)));
        content.getChildren().add(body);
        var plan = Nodes.styled(new HBox(), Css.FORM_PLAN);
        proposal.planProperty().subscribe(p -> draw(plan, p, calls));
        var scroll = Nodes.styled(new BodyScroll(content), "ph-proposal-scroll");
        Gutter.in(scroll);
        scroll.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(focus -> show(scroll, content, focus));
        scroll.viewportBoundsProperty()
                .map(b -> b.getHeight())
                .subscribe(_ -> resized(scroll, content));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view =
                Nodes.styled(
                        new VBox(head(), scroll, below(plan), foot(), discard, name.view()),
                        Css.DIALOG,
                        "ph-proposal");
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        FormView.style(view);
        // from a field of several lines, where Enter alone is a new one
        view.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (Shortcut.SEND.matches(e) && !send.isDisabled()) {
                        e.consume();
                        send();
                    }
                });
        proposal.settle();
        proposal.planProperty().subscribe(_ -> words());
        proposal.replacementProperty().subscribe(_ -> words());
        proposal.formProperty()
                .subscribe(
                        form -> {
                            form.problemsProperty().subscribe(_ -> words());
                            form.fieldsToFixProperty().subscribe(_ -> words());
                        });
    }

    public VBox view() {
        return view;
    }

    /// Puts the focus on the button that sends.
    void focus() {
        send.requestFocus();
    }

    /// Scrolls so that what has the focus is seen; by itself only the Tab key does that.
    private static void show(ScrollPane scroll, VBox content, @Nullable Node focus) {
        if (focus == null || !Nodes.isIn(content, focus)) {
            return;
        }
        scroll(scroll, content, focus);
    }

    /// What has the focus is out of sight, or not, only when the dialog has its height; and what stands on the first page
    /// is best seen with all that is above it.
    private static void resized(ScrollPane scroll, VBox content) {
        var scene = scroll.getScene();
        var focus = scene == null ? null : scene.getFocusOwner();
        if (focus != null && Nodes.isIn(content, focus)) {
            var at = content.sceneToLocal(focus.localToScene(focus.getLayoutBounds()));
            if (at.getMaxY() <= scroll.getViewportBounds().getHeight()) {
                scroll.setVvalue(0);
            } else {
                scroll(scroll, content, focus);
            }
        }
    }

    private static void scroll(ScrollPane scroll, VBox content, Node focus) {
        var at = content.sceneToLocal(focus.localToScene(focus.getLayoutBounds()));
        double room = scroll.getViewportBounds().getHeight();
        double spare = content.getHeight() - room;
        double top = scroll.getVvalue() * spare;
        if (room > 0 && spare > 0 && (at.getMinY() < top || at.getMaxY() > top + room)) {
            scroll.setVvalue(Math.clamp((at.getCenterY() - room / 2) / spare, 0, 1));
        }
    }

    private HBox head() {
        var title = Nodes.label("", Css.TITLE);
        title.textProperty().bind(proposal.destinationProperty().map(_ -> proposal.title()));
        var head = Nodes.styled(new HBox(title), Css.DIALOG_HEAD);
        if (!proposal.whom().isEmpty()) {
            head.getChildren().add(Nodes.label(proposal.whom(), Css.SEMI));
        }
        head.getChildren().add(account());
        var close = Nodes.iconButton("x", Words.of("form.close"), doors.close(), Css.GHOST);
        close.setFocusTraversable(false);
        head.getChildren().addAll(Nodes.spring(), close);
        return head;
    }

    private Node account() {
        if (proposal.destinations().size() == 1) {
            return mark(proposal.destination());
        }
        var box = new ComboBox<Destination>();
        box.getItems().setAll(proposal.destinations());
        box.setValue(proposal.destination());
        box.setCellFactory(_ -> new AccountCell());
        box.setButtonCell(new AccountCell());
        box.setAccessibleText(Words.of("form.account"));
        box.valueProperty().addListener((_, _, to) -> proposal.choose(to));
        return box;
    }

    private static HBox mark(Destination to) {
        var bar = Nodes.styled(new Region(), Css.ACCOUNT_BAR, Accounts.colour(to.colour()));
        var provider = Nodes.label(to.provider(), Css.FIELD_HINT);
        var mark = new HBox(bar, Nodes.label(Formats.oneLine(to.name())));
        to.scope()
                .map(s -> Nodes.label(Formats.oneLine(s.name()), Css.SEMI))
                .ifPresent(mark.getChildren()::add);
        mark.getChildren().add(provider);
        return Nodes.styled(mark, "ph-choice-shown");
    }

    /// As high as its body at its width, so that a body that fits shows no scroll bar and the dialog has no spare room.
    private static final class BodyScroll extends ScrollPane {
        private final VBox body;

        BodyScroll(VBox body) {
            super(body);
            this.body = body;
            setFitToWidth(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return body.prefHeight(width);
        }
    }

    private static final class AccountCell extends ListCell<Destination> {
        @Override
        protected void updateItem(@Nullable Destination to, boolean empty) {
            super.updateItem(to, empty);
            setGraphic(empty || to == null ? null : mark(to));
            setAccessibleText(empty || to == null ? null : Formats.oneLine(to.name()));
        }
    }

    private static HBox refusal(String words) {
        var text = Nodes.label(words);
        text.setWrapText(true);
        return Nodes.styled(
                new HBox(Nodes.icon("exclamation-circle"), text), "ph-proposal-refusal");
    }

    /// What it calls and costs stays in sight, however much is asked.
    private static VBox below(HBox plan) {
        return Nodes.styled(new VBox(plan), "ph-proposal-plan");
    }

    /// May it go without a word? When something was typed it asks, and goes only by its button.
    public boolean mayClose() {
        if (name.isOpen()) {
            name.end();
            return false;
        }
        if (!proposal.isTouched()) {
            return true;
        }
        Nodes.present(discard, true);
        keep.requestFocus();
        return false;
    }

    private HBox discard() {
        var label = Nodes.label(Words.of("form.discard"), Css.SEMI);
        var no = Nodes.button(Words.of("form.discard.yes"), "", doors.close(), Css.DANGER);
        keep.setOnAction(
                _ -> {
                    Nodes.present(discard, false);
                    doors.focus().run();
                });
        return Nodes.styled(
                new HBox(label, Nodes.spring(), keep, no), Css.DIALOG_FOOT, "ph-proposal-discard");
    }

    private HBox foot() {
        var curl =
                Nodes.button(
                        Words.of("form.copy-curl"),
                        "code-slash",
                        () -> doors.copy().accept(proposal.curl()));
        var json =
                Nodes.button(
                        Words.of("form.copy-json"),
                        "braces",
                        () -> doors.copy().accept(proposal.json()));
        var none =
                Bindings.createBooleanBinding(
                        () -> proposal.planProperty().get().isEmpty(), proposal.planProperty());
        Nodes.copying(curl);
        Nodes.copying(json);
        curl.disableProperty().bind(none);
        json.disableProperty().bind(none);
        var cancel = Nodes.button(Words.of("button.cancel"), "", doors.close());
        cancel.setCancelButton(true);
        List.of(curl, json, cancel, send).forEach(b -> b.setMinWidth(Region.USE_PREF_SIZE));
        toFix.setWrapText(true); // in a narrow dialog it has two lines
        var foot = Nodes.styled(new HBox(curl, json), Css.DIALOG_FOOT);
        doors.presets()
                .map(p -> new PresetMenu(p, proposal::take, this::keepAs).node())
                .ifPresent(
                        menu -> {
                            menu.setMinWidth(Region.USE_PREF_SIZE);
                            foot.getChildren().add(menu);
                        });
        foot.getChildren().addAll(Nodes.spring(), toFix, cancel, send);
        return foot;
    }

    private void keepAs() {
        name.ask(Formats.oneLine(proposal.form().answers().word("name")));
    }

    private void send() {
        switch (proposal.send()) {
            case FIX -> proposal.form().firstToFix().ifPresent(doors.toProblem());
            case CONFIRM, WAIT -> {}
            case READY -> doors.close().run();
        }
        words();
    }

    private void words() {
        send.setText(proposal.verb());
        var form = proposal.form();
        long n = form.fieldsToFix();
        var off = proposal.off();
        send.setDisable(off.isPresent());
        toFix.setText(
                n > 0
                        ? Words.count("form.to-fix", n)
                        : off.map(Words::of)
                                .orElseGet(
                                        () ->
                                                form.isConfirming()
                                                        ? Words.of("form.warned")
                                                        : general(form)));
        toFix.getStyleClass().removeAll(Css.BAD, Css.WARN, Css.MUTED);
        toFix.getStyleClass()
                .add(
                        n > 0
                                ? Css.BAD
                                : off.isPresent()
                                        ? Css.MUTED
                                        : form.isConfirming() ? Css.WARN : Css.BAD);
        Nodes.present(toFix, !toFix.getText().isEmpty());
    }

    private static String general(FormViewModel form) {
        return form.tried()
                ? form.general().stream().findFirst().map(FieldBox::words).orElse("")
                : "";
    }

    private void draw(HBox box, Optional<Plan> plan, String calls) {
        box.getChildren().clear();
        if (plan.isEmpty() || plan.get().steps().isEmpty()) {
            var none = Words.of(plan.isEmpty() ? "plan.none" : "plan.no-calls");
            box.getChildren().add(Nodes.label(none, Css.MUTED));
            return;
        }
        var p = plan.get();
        var to = proposal.destination();
        box.getChildren().add(column(calls(p, calls), budget(p, to.name()), false));
        box.getChildren().add(Nodes.spring());
        if (p.each().centsAnHour() > 0) {
            box.getChildren()
                    .addAll(
                            column(
                                    Words.of("plan.added", Formats.dollars(p.added())),
                                    Words.of(
                                            "plan.each",
                                            p.steps().size(),
                                            Formats.dollars(p.each())),
                                    true),
                            column(
                                    Words.of(
                                            "plan.burn",
                                            Formats.dollars(p.burnRate()),
                                            Formats.dollars(p.burnRateAfter())),
                                    Words.of("plan.burn.after"),
                                    true));
        }
    }

    private static String calls(Plan plan, String key) {
        return plan.isChain()
                ? Words.of("plan.chain", plan.steps().size())
                : PlanWords.calls(key, plan.calls());
    }

    private static String budget(Plan plan, String account) {
        return PlanWords.budget(account, plan.calls());
    }

    private static VBox column(String first, String second, boolean right) {
        var figure = Nodes.label(first, Css.SEMI);
        var below = Nodes.label(second, Css.FIELD_HINT);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        var column = Nodes.styled(new VBox(figure, below), "ph-plan-column");
        if (right) {
            column.getStyleClass().add("ph-right");
        }
        return column;
    }
}
