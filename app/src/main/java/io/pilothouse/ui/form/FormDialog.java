package io.pilothouse.ui.form;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// Asks with any form: its fields one below the other, the calls they make, and what the calls cost. A node that the
/// shell lays over a scrim.
public final class FormDialog {
    /// More calls than this are counted, not listed.
    private static final int LISTED = 4;

    private final ProposalViewModel proposal;
    private final StackPane fields = new StackPane();
    private final ProposalFrame frame;
    private FormView form;

    public FormDialog(ProposalViewModel proposal, Consumer<String> copy, Runnable close) {
        this.proposal = proposal;
        this.form = new FormView(proposal.form().fields(), 1);
        fields.getChildren().setAll(form.view());
        proposal.formProperty()
                .addListener(
                        (_, _, now) -> {
                            form = new FormView(now.fields(), 1);
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
                        Nodes.styled(new VBox(fields, calls), "ph-proposal-parts"),
                        "plan.calls",
                        new ProposalFrame.Doors(copy, close, f -> form.focus(f)));
        frame.view().getStyleClass().add("ph-proposal-narrow");
    }

    public Region view() {
        return frame.view();
    }

    /// Puts the focus into the first field, or into the first faulty one after a refusal.
    public void focus() {
        form.focusFirst();
    }

    public ProposalViewModel proposal() {
        return proposal;
    }

    private static void list(VBox calls, ProposalViewModel.Plan plan) {
        calls.getChildren().clear();
        var steps = plan.steps();
        for (var step : steps.subList(0, Math.min(LISTED, steps.size()))) {
            var request = step.call().request();
            var label = step.label().isEmpty() ? "" : "  " + step.label();
            calls.getChildren()
                    .add(
                            Nodes.label(
                                    Formats.oneLine(
                                            request.method() + " " + request.path(v -> v) + label),
                                    Css.MONO));
        }
        if (steps.size() > LISTED) {
            calls.getChildren().add(new Label(Words.of("form.calls.more", steps.size() - LISTED)));
        }
        Nodes.present(calls, !steps.isEmpty());
    }
}
