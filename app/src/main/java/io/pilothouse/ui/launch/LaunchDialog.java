package io.pilothouse.ui.launch;

import io.pilothouse.domain.Json;
import io.pilothouse.ui.form.FieldViewModel;
import io.pilothouse.ui.form.FormView;
import io.pilothouse.ui.form.ProposalFrame;
import io.pilothouse.ui.form.part.Presets;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Launches instances: type and region in one grid, then the fields, then what it costs. A node that the shell lays
/// over a scrim.
public final class LaunchDialog {
    private final LaunchViewModel model;
    private final GridPart grid;
    private final VBox fields = Nodes.styled(new VBox(), "ph-launch-fields");
    private final ProposalFrame frame;
    private FormView main;
    private FormView more;
    private TitledPane moreOptions = new TitledPane();

    /// @param now for the age of the capacity
    /// @param presets of its action
    /// @param copy takes text for the clipboard
    /// @param close puts the dialog away
    public LaunchDialog(
            LaunchViewModel model,
            Supplier<Instant> now,
            Optional<Presets> presets,
            Consumer<String> copy,
            Runnable close) {
        this.model = model;
        grid = new GridPart(model, now);
        main = new FormView(model.mainFields(), 2);
        more = new FormView(model.moreFields(), 1);
        drawFields();
        model.proposal()
                .formProperty()
                .addListener(
                        (_, _, _) -> {
                            main = new FormView(model.mainFields(), 2);
                            more = new FormView(model.moreFields(), 1);
                            drawFields();
                        });
        var rule = Nodes.styled(new Region(), Css.HLINE, Css.SOFT);
        frame =
                new ProposalFrame(
                        model.proposal(),
                        Nodes.styled(new VBox(grid.view(), rule, fields), "ph-launch"),
                        "launch.calls",
                        new ProposalFrame.Doors(
                                presets, copy, close, this::toProblem, this::focus));
        var sheet =
                Objects.requireNonNull(LaunchDialog.class.getResource("launch.css"), "launch.css");
        frame.view().getStyleClass().add("ph-launch-frame");
        frame.view().getStylesheets().add(sheet.toExternalForm());
    }

    public Region view() {
        return frame.view();
    }

    public LaunchViewModel model() {
        return model;
    }

    /// Puts the focus into the grid, where a launch begins.
    public void focus() {
        grid.focus();
    }

    /// As [ProposalFrame#mayClose].
    public boolean mayClose() {
        return frame.mayClose();
    }

    /// The age of the capacity is said anew.
    public void tick() {
        grid.tick();
    }

    private void drawFields() {
        moreOptions = new TitledPane(Words.of("launch.more"), more.view());
        moreOptions.setAnimated(false);
        moreOptions.setExpanded(
                model.moreFields().stream().anyMatch(f -> !f.value().equals(atFirst(f.name()))));
        fields.getChildren().setAll(main.view());
        if (!model.moreFields().isEmpty()) {
            fields.getChildren().add(moreOptions);
        }
    }

    private Json atFirst(String field) {
        return model.proposal().form().form().initial().at(field);
    }

    private void toProblem(FieldViewModel field) {
        if (field.name().equals(LaunchGrid.TYPE) || field.name().equals(LaunchGrid.REGION)) {
            grid.focus();
        } else if (!main.focus(field)) {
            moreOptions.setExpanded(true);
            more.focus(field);
        }
    }
}
