package io.pilothouse.ui.kit.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class CommandTitleTest {
    private static List<Step> steps(String... labels) {
        return Stream.of(labels)
                .map(l -> Step.of(ApiCall.write(Request.of("POST", "/x")), List.of()).label(l))
                .toList();
    }

    private static List<Resource> rows(String... names) {
        return Stream.of(names)
                .map(n -> Resource.of("crusoe.vm", n, n, Status.NONE, Json.obj()))
                .toList();
    }

    @Test
    void whatIsMadeIsCountedAndNamed() {
        assertThat(CommandTitle.of("crusoe.vm.create", List.of(), steps("web")))
                .isEqualTo("Create 1 VM web");
        assertThat(CommandTitle.of("crusoe.vm.create", List.of(), steps("web-1", "web-2", "web-3")))
                .isEqualTo("Create 3 VMs web-1 … web-3");
        assertThat(CommandTitle.of("crusoe.disk.create", List.of(), steps("data")))
                .isEqualTo("Create disk data");
    }

    @Test
    void whatIsMadeAfterARowIsNamedAndNotTheRow() {
        assertThat(
                        CommandTitle.of(
                                "crusoe.instance-template.create-vms",
                                rows("a100"),
                                steps("sweep-1 … sweep-10")))
                .isEqualTo("Create VMs sweep-1 … sweep-10");
    }

    @Test
    void theFirstRowsAreNamedAndTheOthersCounted() {
        assertThat(CommandTitle.of("crusoe.vm.stop", rows("a", "b"), steps("a", "b")))
                .isEqualTo("Stop a, b");
        assertThat(CommandTitle.of("crusoe.vm.stop", rows("a", "b", "c", "d", "e"), steps()))
                .startsWith("Stop a, b, c")
                .contains("2");
    }
}
