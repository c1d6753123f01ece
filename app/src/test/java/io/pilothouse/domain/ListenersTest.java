package io.pilothouse.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

final class ListenersTest {
    private final Listeners<String> listeners = new Listeners<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void allAreToldInTheOrderTheyCame() {
        listeners.add(n -> heard.add("1 " + n));
        listeners.add(n -> heard.add("2 " + n));
        listeners.tell("news");
        assertThat(heard).containsExactly("1 news", "2 news");
    }

    @Test
    void aClosedPinHearsNoMoreAndMayBeClosedTwice() {
        var pin = listeners.add(heard::add);
        listeners.tell("a");
        pin.close();
        pin.close();
        listeners.tell("b");
        assertThat(heard).containsExactly("a");
        assertThat(listeners.isEmpty()).isTrue();
    }

    @Test
    void oneListenerAddedTwiceIsToldTwiceAndEachPinIsItsOwn() {
        Consumer<String> listener = heard::add;
        var first = listeners.add(listener);
        listeners.add(listener);
        first.close();
        first.close();
        listeners.tell("a");
        assertThat(heard).containsExactly("a");
    }

    @Test
    void oneThatThrowsKeepsTheNewsFromNoOther() {
        listeners.add(
                _ -> {
                    throw new IllegalStateException("first");
                });
        listeners.add(heard::add);
        listeners.add(
                _ -> {
                    throw new IllegalStateException("second");
                });
        assertThatThrownBy(() -> listeners.tell("a"))
                .hasMessage("first")
                .satisfies(
                        e ->
                                assertThat(e.getSuppressed())
                                        .extracting(Throwable::getMessage)
                                        .containsExactly("second"));
        assertThat(heard).containsExactly("a");
    }

    @Test
    void oneMayLeaveWhileItIsTold() {
        var pins = new ArrayList<Pin>();
        pins.add(
                listeners.add(
                        n -> {
                            heard.add(n);
                            pins.getFirst().close();
                        }));
        listeners.tell("a");
        listeners.tell("b");
        assertThat(heard).containsExactly("a");
    }

    @Test
    void severalPinsCloseInReverse() {
        Pin.all(() -> heard.add("1"), () -> heard.add("2"), () -> heard.add("3")).close();
        assertThat(heard).containsExactly("3", "2", "1");
    }
}
