package io.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;

class SidebarTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasItsWordsAndAnIconOfItsOwn(Kind kind) {
        assertThat(Words.has("kind." + kind.id())).isTrue();
        assertThat(Words.has("kind." + kind.id() + ".many")).isTrue();
        assertThat(Words.has("section." + kind.section().id())).isTrue();
        assertThat(kind.columns()).allMatch(f -> Words.has("fact." + f.id()));
        // an icon that is not in the font is refused
        assertThat(Fx.call(() -> Nodes.icon(Sidebar.icon(kind))).getIconLiteral())
                .isEqualTo("bi-" + Sidebar.icon(kind));
        assertThat(Arrays.stream(Kind.values()).map(Sidebar::icon)).doesNotHaveDuplicates();
    }
}
