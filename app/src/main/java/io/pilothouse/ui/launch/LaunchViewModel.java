package io.pilothouse.ui.launch;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.ui.form.FieldViewModel;
import io.pilothouse.ui.form.FormViewModel;
import io.pilothouse.ui.form.ProposalViewModel;
import io.pilothouse.ui.kit.Problems;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the launch dialog shows: the proposal of `ui.form`, with type and region as one grid.
public final class LaunchViewModel implements AutoCloseable {
    /// Fields that most launches need, in their order; all others stand under *More options*.
    private static final List<String> MAIN =
            List.of("name", "count", "hostname", "file_system_names", "ssh_key_names", "image");

    private final ProposalViewModel proposal;
    private final ReadOnlyObjectWrapper<LaunchGrid> grid;
    private final ReadOnlyObjectWrapper<List<String>> chosen =
            new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty allTypes = new SimpleBooleanProperty(false);
    private final ChangeListener<Json> readAgain = (_, _, _) -> read();

    /// @param proposal of actions whose forms [LaunchGrid#fits] accepts; closed with this
    public LaunchViewModel(ProposalViewModel proposal) {
        this.proposal = proposal;
        grid = new ReadOnlyObjectWrapper<>(gridNow());
        read();
        proposal.form().answersProperty().addListener(readAgain);
        proposal.formProperty()
                .addListener(
                        (_, before, now) -> {
                            before.answersProperty().removeListener(readAgain);
                            now.answersProperty().addListener(readAgain);
                            read();
                        });
    }

    public ProposalViewModel proposal() {
        return proposal;
    }

    public LaunchGrid grid() {
        return grid.get();
    }

    public ReadOnlyObjectProperty<LaunchGrid> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    /// Are types without capacity shown too?
    public BooleanProperty allTypesProperty() {
        return allTypes;
    }

    /// The rows that the filter leaves; the chosen type is always among them.
    public List<LaunchGrid.Row> rows() {
        return grid().rows().stream()
                .filter(r -> allTypes.get() || r.hasCapacity() || r.type().equals(type()))
                .toList();
    }

    public long typesWithCapacity() {
        return grid().rows().stream().filter(LaunchGrid.Row::hasCapacity).count();
    }

    public String type() {
        return proposal.form().answers().word(LaunchGrid.TYPE);
    }

    public String region() {
        return proposal.form().answers().word(LaunchGrid.REGION);
    }

    /// Type and region together, for whoever draws the choice.
    public ReadOnlyObjectProperty<List<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public boolean isChosen(String type, String region) {
        return type.equals(type()) && region.equals(region());
    }

    /// Chooses both at once. What is locked or has no capacity is not chosen.
    public void choose(String type, String region) {
        var column = grid().regions().indexOf(region);
        grid().rows().stream()
                .filter(r -> r.type().equals(type) && column >= 0)
                .filter(r -> r.cells().get(column) == LaunchGrid.Cell.YES)
                .findFirst()
                .ifPresent(
                        _ ->
                                proposal.form()
                                        .fill(
                                                Json.obj(
                                                        LaunchGrid.TYPE,
                                                        type,
                                                        LaunchGrid.REGION,
                                                        region)));
    }

    /// Gives up what locks the region.
    public void remove(LaunchGrid.Lock lock) {
        proposal.form().field(lock.field()).ifPresent(f -> f.unchoose(lock.value()));
    }

    /// When the capacity was read; empty when never.
    public Optional<Instant> capacityReadAt() {
        return types().stream()
                .flatMap(t -> proposal.destination().readAt().apply(t).stream())
                .min(Comparator.naturalOrder());
    }

    /// Why the types are not known, in whole sentences; empty once they were read, and before that was tried.
    public Optional<String> unread() {
        return capacityReadAt().isPresent()
                ? Optional.empty()
                : types().stream()
                        .flatMap(t -> proposal.destination().unread().apply(t).stream())
                        .findFirst()
                        .map(Problems::whole);
    }

    /// Whose rows tell the capacity: the regions are known from other lists too.
    private Set<String> types() {
        return proposal.form().form().field(LaunchGrid.TYPE).stream()
                .filter(f -> f.input() instanceof Input.Choose)
                .map(f -> ((Input.Choose) f.input()).from())
                .map(Choices::types)
                .findFirst()
                .orElse(Set.of());
    }

    public List<FieldViewModel> mainFields() {
        var form = proposal.form();
        return MAIN.stream().flatMap(n -> form.field(n).stream()).toList();
    }

    public List<FieldViewModel> moreFields() {
        return proposal.form().fields().stream()
                .filter(f -> !MAIN.contains(f.name()))
                .filter(f -> !f.name().equals(LaunchGrid.TYPE))
                .filter(f -> !f.name().equals(LaunchGrid.REGION))
                .toList();
    }

    public void inventoryChanged() {
        proposal.inventoryChanged();
        read();
    }

    private void read() {
        grid.set(gridNow());
        chosen.set(List.of(type(), region()));
    }

    private LaunchGrid gridNow() {
        FormViewModel form = proposal.form();
        return LaunchGrid.of(form.form(), form.answers(), proposal.destination().inventory().get());
    }

    @Override
    public void close() {
        proposal.form().answersProperty().removeListener(readAgain);
        proposal.close();
    }
}
