package io.pilothouse.ui.launch;

import static io.pilothouse.ui.launch.LaunchGrid.Cell.LOCKED;
import static io.pilothouse.ui.launch.LaunchGrid.Cell.NONE;
import static io.pilothouse.ui.launch.LaunchGrid.Cell.YES;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.form.Destination;
import io.pilothouse.ui.form.FieldViewModel;
import io.pilothouse.ui.form.Launches;
import io.pilothouse.ui.form.ProposalViewModel;
import io.pilothouse.ui.form.ProposalViewModel.Start;
import io.pilothouse.ui.launch.LaunchGrid.Cell;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LaunchViewModelTest {
    private final List<Json> sent = new ArrayList<>();

    private LaunchViewModel launch(Destination... at) {
        return new LaunchViewModel(
                new ProposalViewModel(
                        List.of(at), Start.NEW, (_, _, answers) -> sent.add(answers)));
    }

    private static Cell cell(LaunchViewModel launch, String type, String region) {
        var grid = launch.grid();
        return grid.rows().stream()
                .filter(r -> r.type().equals(type))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(grid.regions().indexOf(region));
    }

    @Test
    void columnsAreTheRegionsThatHaveAnything() {
        var launch = launch(Launches.at("team"));
        assertThat(launch.grid().regions())
                .containsExactly("us-east-1", "us-east-3", "us-south-1", "us-west-1", "us-west-3");
        assertThat(launch.typesWithCapacity()).isEqualTo(5);
        assertThat(launch.rows()).hasSize(5);
        launch.allTypesProperty().set(true);
        assertThat(launch.rows()).hasSize(7);
    }

    @Test
    void aChosenFileSystemLocksTheOtherRegions() {
        var launch = launch(Launches.at("team"));
        launch.proposal().form().fill(Launches.EIGHT);
        assertThat(cell(launch, "gpu_1x_h100_sxm5", "us-east-1")).isEqualTo(YES);
        assertThat(cell(launch, "gpu_1x_h100_sxm5", "us-south-1")).isEqualTo(LOCKED);
        assertThat(cell(launch, "gpu_1x_h100_sxm5", "us-west-1")).isEqualTo(NONE);
        var lock = launch.grid().locks().getFirst();
        assertThat(lock.label()).isEqualTo("datasets-va");
        assertThat(lock.regions()).containsExactly("us-east-1");
        launch.remove(lock);
        assertThat(cell(launch, "gpu_1x_h100_sxm5", "us-south-1")).isEqualTo(YES);
        assertThat(launch.grid().locks()).isEmpty();
    }

    @Test
    void onlyWhatHasCapacityCanBeChosen() {
        var launch = launch(Launches.at("team"));
        launch.choose("gpu_1x_a10", "us-east-1");
        assertThat(launch.type()).isEmpty();
        launch.choose("gpu_1x_a10", "us-west-1");
        assertThat(launch.isChosen("gpu_1x_a10", "us-west-1")).isTrue();
        launch.proposal().form().fill(Launches.EIGHT);
        launch.choose("gpu_1x_a10", "us-west-1");
        assertThat(launch.isChosen("gpu_1x_h100_sxm5", "us-east-1")).as("west is locked").isTrue();
    }

    @Test
    void whatWasChosenStaysWhenItsCapacityGoes() {
        var rows = new ArrayList<>(Launches.KNOWN.of("type"));
        Inventory known = t -> t.equals("type") ? List.copyOf(rows) : Launches.KNOWN.of(t);
        var launch = launch(Launches.at("team", Launches.action(), known));
        launch.proposal().form().fill(Launches.EIGHT);
        rows.replaceAll(
                r ->
                        r.id().equals("gpu_1x_h100_sxm5")
                                ? Resource.of("type", r.id(), r.name(), Status.NONE, Json.obj())
                                        .with(Facts.AVAILABLE_IN, List.of())
                                : r);
        launch.inventoryChanged();
        assertThat(launch.isChosen("gpu_1x_h100_sxm5", "us-east-1")).isTrue();
        assertThat(launch.rows()).extracting(LaunchGrid.Row::type).contains("gpu_1x_h100_sxm5");
        assertThat(cell(launch, "gpu_1x_h100_sxm5", "us-east-1")).isEqualTo(NONE);
        assertThat(launch.proposal().form().problems()).isNotEmpty();
    }

    @Test
    void everyFieldStandsInExactlyOnePlace() {
        var launch = launch(Launches.at("team"));
        var names = new ArrayList<>(List.of(LaunchGrid.TYPE, LaunchGrid.REGION));
        launch.mainFields().stream().map(FieldViewModel::name).forEach(names::add);
        launch.moreFields().stream().map(FieldViewModel::name).forEach(names::add);
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        Launches.form().fields().stream().map(Field::name).toList());
    }

    @Test
    void bothLooksMakeTheSamePlanOfTheSameAnswers() {
        var grid = launch(Launches.at("team"));
        grid.choose("gpu_1x_h100_sxm5", "us-east-1");
        fillTheRest(grid.proposal());
        grid.proposal().send();

        var plain =
                new ProposalViewModel(
                        List.of(Launches.at("team")), Start.NEW, (_, _, a) -> sent.add(a));
        plain.form().field(LaunchGrid.TYPE).orElseThrow().choose("gpu_1x_h100_sxm5");
        plain.form().field(LaunchGrid.REGION).orElseThrow().choose("us-east-1");
        fillTheRest(plain);
        plain.send();

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).isEqualTo(sent.getLast()).isEqualTo(Launches.EIGHT);
        assertThat(grid.proposal().json()).isEqualTo(plain.json()).contains("sweep-h100-8");
    }

    private static void fillTheRest(ProposalViewModel proposal) {
        var form = proposal.form();
        form.field("file_system_names").orElseThrow().choose("datasets-va");
        form.field("name").orElseThrow().setText("sweep-h100-{1..8}");
        form.field("ssh_key_names").orElseThrow().choose("anna-laptop");
    }

    @Test
    void anotherAccountHasAGridOfItsOwn() {
        Inventory one =
                t -> t.equals("type") ? Launches.KNOWN.of(t).subList(0, 1) : Launches.KNOWN.of(t);
        var lab = Launches.at("lab", Launches.action(), one);
        var launch = launch(Launches.at("team"), lab);
        launch.proposal().choose(lab);
        assertThat(launch.grid().rows()).hasSize(1);
        launch.choose("gpu_1x_a10", "us-west-1");
        assertThat(launch.isChosen("gpu_1x_a10", "us-west-1")).isTrue();
    }

    @Test
    void aFormWithoutTypeAndRegionIsNotForTheGrid() {
        assertThat(LaunchGrid.fits(Launches.form())).isTrue();
        assertThat(LaunchGrid.fits(Form.of(Field.of("name", Input.Line.upTo(9))))).isFalse();
    }

    @Test
    void theAgeIsThatOfTheCapacity() {
        assertThat(launch(Launches.at("team")).capacityReadAt()).contains(Launches.READ_AT);
    }
}
