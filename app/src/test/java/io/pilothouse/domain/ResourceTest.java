package io.pilothouse.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

final class ResourceTest {
    private static Resource row(String type, String id, String name) {
        return Resource.of(type, id, name, Status.NONE, Json.obj("id", id));
    }

    @Test
    void aFactIsReadAsWhatItIs() {
        var row = row("t", "1", "one").with(Facts.GPUS, 8L).with(Facts.IP, Optional.empty());
        assertThat(row.get(Facts.GPUS)).contains(8L);
        assertThat(row.get(Facts.IP)).isEmpty();
        assertThat(row.with(Facts.GPUS, 4L).get(Facts.GPUS)).contains(4L);
        assertThat(row.get(Facts.GPUS)).contains(8L);
    }

    @Test
    void factsCanNotBeChangedFromOutside() {
        var row = row("t", "1", "one").with(Facts.GPUS, 8L);
        assertThatThrownBy(() -> row.facts().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void rowsOfTheSameContentAreEqual() {
        assertThat(row("t", "1", "one").with(Facts.GPUS, 8L))
                .isEqualTo(row("t", "1", "one").with(Facts.GPUS, 8L));
        assertThat(row("t", "1", "one")).isNotEqualTo(row("t", "1", "one").marked("odd"));
    }

    @Test
    void aMarkedRowKeepsItsFacts() {
        var row = row("t", "1", "one").with(Facts.GPUS, 8L).marked("odd");
        assertThat(row.problem()).contains("odd");
        assertThat(row.get(Facts.GPUS)).contains(8L);
    }

    @Test
    void aRowThatCanNotBeReadIsCalledByWhatItHas() {
        assertThat(Resource.unreadable("t", Json.obj("id", 7, "name", "x"), "why").name())
                .isEqualTo("x");
        assertThat(Resource.unreadable("t", Json.obj("id", 7), "why").name()).isEqualTo("7");
        assertThat(Resource.unreadable("t", Json.of("x"), "why").problem()).contains("why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t", "\u202e", "\u200b\u00a0", "\u0000\u001b"})
    void aNameOfWhichNothingCanBeSeenIsNone(String name) {
        assertThat(row("t", "i-1", name).name()).isEqualTo("i-1");
        assertThat(row("t", "i-1", name + "x").name()).isEqualTo(name + "x");
    }

    @Test
    void aScopeIsAResource() {
        var scoped = row("t", "1", "one").within(row("project", "p", "P"));
        assertThat(scoped.scope()).isEqualTo("p");
        assertThat(row("t", "1", "one").scope()).isEmpty();
    }

    @Test
    void anInventoryFindsByIdBeforeName() {
        Inventory known =
                type ->
                        type.equals("t")
                                ? List.of(row("t", "1", "2"), row("t", "2", "x"))
                                : List.of();
        assertThat(known.find("t", "2")).contains(row("t", "2", "x"));
        assertThat(known.find("t", "x")).contains(row("t", "2", "x"));
        assertThat(known.find("t", "no")).isEmpty();
        assertThat(known.find("other", "1")).isEmpty();
        assertThat(Inventory.NONE.of("t")).isEmpty();
    }

    @Test
    void pricesAddUp() {
        assertThat(new Money(329).times(8).plus(new Money(75))).isEqualTo(new Money(2707));
        assertThat(Money.ZERO).isLessThan(new Money(1));
    }

    @Test
    void aSizeThatDoesNotFitIsNoSize() {
        assertThat(Bytes.gib(225)).isEqualTo(new Bytes(241_591_910_400L));
        assertThatThrownBy(() -> Bytes.gib(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aSecretIsComparedButNeverPrinted() {
        var secret = Secret.of("canary").after("Bearer ");
        assertThat(secret.toString()).isEqualTo(Secret.MASK);
        assertThat(secret.reveal()).isEqualTo("Bearer canary");
        assertThat(secret).isEqualTo(Secret.of("Bearer canary")).isNotEqualTo(Secret.of("canary"));
        assertThat(secret.hashCode()).isEqualTo(Secret.of("").hashCode());
        assertThat(Secret.of("").isEmpty()).isTrue();
    }

    @Test
    void onlyWhatMovesByItselfIsInTransition() {
        assertThat(Status.Phase.values())
                .filteredOn(Status.Phase::inTransition)
                .containsExactly(Status.Phase.CHANGING, Status.Phase.ENDING);
    }
}
