package io.pilothouse.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.lambdacloud.LambdaCloudProvider;
import io.pilothouse.ui.form.FormViewModel;
import io.pilothouse.ui.form.Launches;
import io.pilothouse.ui.form.ProposalViewModel;
import io.pilothouse.ui.form.ProposalViewModel.Start;
import io.pilothouse.ui.launch.LaunchGrid.Cell;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The launch as the Lambda Cloud provider describes it, in both looks.
class LambdaLaunchTest {
    private static final Cloud CLOUD = new LambdaCloudProvider().cloud(Map.of(), Json.obj());
    private static final Action LAUNCH = CLOUD.action("lambda.instance.launch").orElseThrow();

    private static final Inventory KNOWN = known();

    private static Inventory known() {
        var rows = new HashMap<String, List<Resource>>();
        rows.put(
                "lambda.instance-type",
                rows(
                        "lambda.instance-type",
                        """
                        {"data":{
                          "gpu_1x_a10":{"instance_type":{"name":"gpu_1x_a10","description":"1x A10 (24 GB)","gpu_description":"A10 (24 GB)","price_cents_per_hour":75,"specs":{"vcpus":30,"memory_gib":200,"storage_gib":1400,"gpus":1}},
                            "regions_with_capacity_available":[{"name":"us-west-1","description":"California, USA"}]},
                          "gpu_1x_h100_sxm5":{"instance_type":{"name":"gpu_1x_h100_sxm5","description":"1x H100 (80 GB)","gpu_description":"H100 (80 GB)","price_cents_per_hour":329,"specs":{"vcpus":26,"memory_gib":225,"storage_gib":2816,"gpus":1}},
                            "regions_with_capacity_available":[{"name":"us-east-1","description":"Virginia, USA"},{"name":"us-south-1","description":"Texas, USA"}]},
                          "gpu_8x_h100_sxm5":{"instance_type":{"name":"gpu_8x_h100_sxm5","description":"8x H100 (80 GB)","gpu_description":"H100 (80 GB)","price_cents_per_hour":2392,"specs":{"vcpus":208,"memory_gib":1800,"storage_gib":22000,"gpus":8}},
                            "regions_with_capacity_available":[]}}}
                        """));
        rows.put(
                "lambda.file-system",
                rows(
                        "lambda.file-system",
                        """
                        {"data":[{"id":"fs-1","name":"datasets-va","mount_point":"/lambda/nfs/datasets-va","created":"2024-01-01T00:00:00Z",
                          "created_by":{"id":"u","email":"a@b.c","status":"active"},"is_in_use":false,"region":{"name":"us-east-1","description":"Virginia, USA"}}]}
                        """));
        rows.put(
                "lambda.ssh-key",
                rows(
                        "lambda.ssh-key",
                        """
                        {"data":[{"id":"k-1","name":"anna-laptop","public_key":"ssh-ed25519 AAAA anna"}]}
                        """));
        return type -> rows.getOrDefault(type, List.of());
    }

    private static List<Resource> rows(String type, String body) {
        try {
            var answer = new Answer(200, Map.of(), JsonText.parse(body), body.length());
            return CLOUD.type(type)
                    .orElseThrow()
                    .listing()
                    .first(Optional.empty())
                    .decode()
                    .apply(answer)
                    .rows();
        } catch (JsonText.Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static ProposalViewModel proposal() {
        return new ProposalViewModel(
                List.of(Launches.at("team", LAUNCH, KNOWN)), Start.NEW, (_, _, _) -> {});
    }

    private static void choose(FormViewModel form, String field, String value) {
        form.field(field).orElseThrow().choose(value);
    }

    private static void fillTheRest(FormViewModel form) {
        choose(form, "ssh_key_names", "anna-laptop");
        choose(form, "file_system_names", "datasets-va");
        form.field("name").orElseThrow().setText("sweep-{1..3}");
        form.field("tags").orElseThrow().addRecord(Json.obj("key", "team", "value", "ml"));
        form.field("user_data").orElseThrow().setText("#cloud-config");
    }

    @Test
    void bothLooksMakeTheSameCalls() {
        assertThat(LaunchGrid.fits(LAUNCH.form().apply(List.of(), KNOWN))).isTrue();
        var grid = new LaunchViewModel(proposal());
        grid.choose("gpu_1x_h100_sxm5", "us-east-1");
        fillTheRest(grid.proposal().form());

        var plain = proposal();
        choose(plain.form(), LaunchGrid.TYPE, "gpu_1x_h100_sxm5");
        choose(plain.form(), LaunchGrid.REGION, "us-east-1");
        fillTheRest(plain.form());

        assertThat(plain.form().problems()).isEmpty();
        assertThat(grid.proposal().form().answers()).isEqualTo(plain.form().answers());
        assertThat(requests(grid.proposal())).hasSize(3).isEqualTo(requests(plain));
        assertThat(plain.json())
                .contains("\"sweep-3\"", "\"anna-laptop\"")
                .doesNotContain("#cloud-config");
        assertThat(plain.planProperty().get().orElseThrow().added().centsAnHour()).isEqualTo(987);
    }

    private static List<Object> requests(ProposalViewModel proposal) {
        return proposal.planProperty().get().orElseThrow().steps().stream()
                .map(s -> (Object) s.call().request())
                .toList();
    }

    @Test
    void theFileSystemLocksTheOtherRegions() {
        var launch = new LaunchViewModel(proposal());
        assertThat(launch.grid().regions()).containsExactly("us-east-1", "us-south-1", "us-west-1");
        choose(launch.proposal().form(), "file_system_names", "datasets-va");
        var h100 = launch.grid().rows().get(1);
        assertThat(h100.note()).as("as everywhere").isEqualTo("1 × H100 (80 GB)");
        assertThat(h100.cells()).containsExactly(Cell.YES, Cell.LOCKED, Cell.NONE);
        var lock = launch.grid().locks().getFirst();
        assertThat(lock.regions()).containsExactly("us-east-1");
        launch.remove(lock);
        assertThat(launch.grid().hasLocked()).isFalse();
    }

    @Test
    void aMountLocksTheRegionsToo() {
        var launch = new LaunchViewModel(proposal());
        launch.proposal()
                .form()
                .field("file_system_mounts")
                .orElseThrow()
                .addRecord(Json.obj("file_system_id", "fs-1", "mount_point", "/data/x"));
        assertThat(launch.grid().hasLocked()).isTrue();
        assertThat(launch.grid().rows().get(1).cells())
                .containsExactly(Cell.YES, Cell.LOCKED, Cell.NONE);
    }

    @Test
    void aFaultyHostnameComesWithTheRightOne() {
        var form = proposal().form();
        var host = form.field("hostname").orElseThrow();
        host.setText("Sweep_H100-{1..8}");
        host.leave();
        assertThat(host.saidProperty().get().orElseThrow().suggestion())
                .contains("sweep-h100-{1..8}");
    }
}
