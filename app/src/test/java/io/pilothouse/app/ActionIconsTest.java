package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.app.accounts.Providers;
import io.pilothouse.cloud.Action;
import io.pilothouse.domain.Json;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.act.ActionIcons;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ActionIconsTest {
    @Test
    void everyActionOfEachVendorHasAnIconOfThePack() {
        var actions =
                Providers.ALL.stream()
                        .flatMap(p -> p.cloud(Map.of(), Json.obj()).types().stream())
                        .flatMap(type -> type.actions().stream())
                        .toList();
        assertThat(actions).extracting(Action::id).contains("crusoe.vm.start");
        var without = actions.stream().filter(a -> ActionIcons.of(a).isEmpty()).map(Action::id);
        assertThat(without).isEmpty();
        assertThat(actions)
                .allSatisfy(
                        a -> assertThat(Nodes.icon(ActionIcons.of(a)).getIconCode()).isNotNull());
    }
}
