package io.pilothouse.ui.shell.panes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsPathTest {
    @ParameterizedTest
    @CsvSource({
        "/v1alpha5/projects/906b1057-e672-366e-a3e2-215b8e007983/storage/disks,"
                + " /v1alpha5/projects/906b…/storage/disks",
        "/api/v1/instances/edc993f5d0d73ce7b1acf2bbfd7928fc, /api/v1/instances/edc9…",
        "/api/v1/instances, /api/v1/instances",
        "/api/v1/ssh-keys/deadbeef, /api/v1/ssh-keys/deadbeef",
        "/x/edc993f5d0d73ce7b1acf2bbfd7928fcz, /x/edc993f5d0d73ce7b1acf2bbfd7928fcz",
    })
    void longIdsInAPathAreCutToTheirBeginnings(String path, String shown) {
        assertThat(RequestsPane.shortened(path)).isEqualTo(shown);
    }
}
