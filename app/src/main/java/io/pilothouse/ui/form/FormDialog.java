package io.pilothouse.ui.form;

import io.pilothouse.ui.form.diff.DiffView;
import io.pilothouse.ui.form.part.Presets;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks with any form: its fields one below the other (many of them in two columns), the calls they make, and what the
/// calls cost. A node that the shell lays over a scrim.
public final class FormDialog {
    /// More calls than this are counted, not listed.
    private static final int LISTED = 4;

    /// More fields than this stand in two columns.
    private static final int ONE_BELOW_THE_OTHER = 6;

    /// More columns of a list than this need a wider dialog.
    private static final int SIDE_BY_SIDE = 5;

    private final ProposalViewModel proposal;
    private final StackPane fields = new StackPane();
    private final ProposalFrame frame;
    private FormView form;

    /// @param presets of its action; empty where none can be kept
    public FormDialog(
            ProposalViewModel proposal,
            Optional<Presets> presets,
            Consumer<String> copy,
            Runnable close) {
        this.proposal = proposal;
        this.form = laidOut(proposal.form().fields());
        fields.getChildren().setAll(form.view());
        proposal.formProperty()
                .addListener(
                        (_, _, now) -> {
                            form = laidOut(now.fields());
                            fields.getChildren().setAll(form.view());
                        });
        var calls = Nodes.styled(new VBox(), "ph-plan-calls");
        proposal.planProperty()
                .subscribe(
                        p ->
                                p.ifPresentOrElse(
                                        plan -> list(calls, plan),
                                        () -> Nodes.present(calls, false)));
        frame =
                new ProposalFrame(
                        proposal,
                        Nodes.styled(
                                new VBox(fields, changes(proposal), calls), "ph-proposal-parts"),
                        "plan.calls",
                        new ProposalFrame.Doors(
                                presets, copy, close, f -> form.focus(f), this::focus));
        var widest = proposal.replacementProperty().get().map(r -> r.columns().size()).orElse(0);
        if (widest > 0) {
            frame.view().getStyleClass().add("ph-proposal-steady");
        }
        if (widest > SIDE_BY_SIDE) {
            frame.view().getStyleClass().add("ph-proposal-wide");
        } else if (widest == 0 && columns(proposal.form().fields()) == 1) {
            frame.view().getStyleClass().add("ph-proposal-narrow");
        }
    }

    private static FormView laidOut(List<FieldViewModel> fields) {
        return new FormView(fields, columns(fields));
    }

    /// Also those that are not asked now are counted: a dialog keeps its width.
    private static int columns(List<FieldViewModel> fields) {
        return fields.size() > ONE_BELOW_THE_OTHER ? 2 : 1;
    }

    /// What would become of the list that is replaced; it is compared with what was read since the form was opened.
    private static Region changes(ProposalViewModel proposal) {
        var box = Nodes.styled(new VBox(), "ph-proposal-changes");
        proposal.replacementProperty()
                .get()
                .ifPresent(
                        first -> {
                            var diff = new DiffView(first.columns());
                            var note = Nodes.label("", Css.FIELD_HINT);
                            note.setWrapText(true);
                            note.setMinHeight(Region.USE_PREF_SIZE);
                            var again =
                                    Nodes.button(
                                            Words.of("diff.begin-again"),
                                            "",
                                            proposal::beginAgain,
                                            Css.MINI);
                            box.getChildren().setAll(diff.view(), note, again);
                            Runnable draw = () -> compare(proposal, diff, note, again);
                            proposal.replacementProperty().subscribe(_ -> draw.run());
                            proposal.planProperty().subscribe(_ -> draw.run());
                        });
        Nodes.present(box, !box.getChildren().isEmpty());
        return box;
    }

    private static void compare(
            ProposalViewModel proposal, DiffView diff, Label note, Button again) {
        proposal.replacementProperty()
                .get()
                .ifPresent(
                        it -> {
                            // its place is kept, so that nothing jumps when it comes
                            diff.view().setVisible(it.isReadAgain());
                            diff.show(it.diff(proposal.form().answers()));
                            boolean other = it.isReadAgain() && it.isChangedSince();
                            note.setText(note(it));
                            note.getStyleClass().remove(Css.WARN);
                            if (other) {
                                note.getStyleClass().add(Css.WARN);
                            }
                            Nodes.present(again, other);
                        });
    }

    private static String note(Replacement it) {
        var how = Words.of(it.isWhole() ? "diff.whole" : "diff.each") + " ";
        if (!it.isReadAgain()) {
            return how + Words.of("diff.reading");
        }
        var at = it.readAt().map(Formats::time).orElse("");
        return how + Words.of(it.isChangedSince() ? "diff.changed-since" : "diff.read-again", at);
    }

    public Region view() {
        return frame.view();
    }

    /// Puts the focus into the first field, or where nothing is asked on the button that sends.
    public void focus() {
        if (!form.focusFirst()) {
            frame.focus();
        }
    }

    /// As [ProposalFrame#mayClose].
    public boolean mayClose() {
        return frame.mayClose();
    }

    public ProposalViewModel proposal() {
        return proposal;
    }

    private static void list(VBox calls, ProposalViewModel.Plan plan) {
        calls.getChildren().clear();
        var steps = plan.steps();
        for (var step : steps.subList(0, Math.min(LISTED, steps.size()))) {
            var request = step.call().request();
            // first what tells the calls apart, as the end of a long path is cut off
            var label = step.label().isEmpty() ? "" : step.label() + "  ";
            calls.getChildren()
                    .add(
                            Nodes.label(
                                    Formats.oneLine(
                                            label + request.method() + " " + request.path(v -> v)),
                                    Css.MONO));
        }
        if (steps.size() > LISTED) {
            calls.getChildren().add(new Label(Words.of("form.calls.more", steps.size() - LISTED)));
        }
        Nodes.present(calls, !steps.isEmpty());
    }
}
