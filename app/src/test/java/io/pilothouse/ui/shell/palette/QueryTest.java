package io.pilothouse.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;

import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void signsInFrontLeadToCommandsOrResourcesAlone() {
        assertThat(Query.parse("> ref").resources()).isFalse();
        assertThat(Query.parse(">ref").commands()).isTrue();
        assertThat(Query.parse("@web").commands()).isFalse();
        assertThat(Query.parse("@web").words().score("web")).isNotEqualTo(Matcher.NONE);
        assertThat(Query.parse("web").commands()).isTrue();
        assertThat(Query.parse("web").resources()).isTrue();
    }

    @Test
    void facetsLeaveTheWordsAndMeanResources() {
        var query = Query.parse("gpu state:active !account:team !old");
        assertThat(query.commands()).isFalse();
        assertThat(query.words().score("gpu")).isNotEqualTo(Matcher.NONE);
        assertThat(query.facets().terms()).hasSize(3);
    }

    @Test
    void kindsAreKnownByIdAndByTheirWords() {
        assertThat(Query.parse("kind:inst").asksFor(Kind.INSTANCE)).isTrue();
        assertThat(Query.parse("kind:inst").asksFor(Kind.VOLUME)).isFalse();
        assertThat(Query.parse("!kind:volume").asksFor(Kind.VOLUME)).isFalse();
        assertThat(Query.parse("!kind:volume").asksFor(Kind.INSTANCE)).isTrue();
        assertThat(Query.parse("kind:capacity").asksFor(Kind.CAPACITY)).isTrue();
        assertThat(Query.parse("web").asksFor(Kind.TOKEN)).isTrue();
    }

    @Test
    void nothingTypedIsNothingAsked() {
        assertThat(Query.parse("  ").isEmpty()).isTrue();
        assertThat(Query.parse("@").isEmpty()).isFalse();
        assertThat(Query.parse("state:active").isEmpty()).isFalse();
        assertThat(Query.parse("w").isEmpty()).isFalse();
    }
}
