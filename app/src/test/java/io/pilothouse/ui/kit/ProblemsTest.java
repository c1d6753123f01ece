package io.pilothouse.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Misshapen;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ProblemsTest {
    private static Item item(Optional<CloudException> why, Note note) {
        return new Item(
                0,
                "",
                ItemState.DONE,
                Instant.EPOCH,
                why,
                note,
                Json.absent(),
                List.of(),
                Optional.empty());
    }

    private static String words(Note note) {
        return Problems.words(item(Optional.empty(), note));
    }

    @Test
    void whatIsNotedOfAStepHasItsWordsHere() {
        assertThat(words(Note.Said.NONE)).isEmpty();
        assertThat(words(new Note.Said("half\nway"))).isEqualTo("half□way");
        assertThat(words(new Note.NotReached(List.of("m1", "m2"))))
                .isEqualTo("Not reached: m1, m2");
        assertThat(words(new Note.NotWritten("no space left")))
                .isEqualTo("It could not be written down, so it was not sent: no space left");
    }

    @Test
    void aWrongClockIsNamedWithTheSideItIsOffTo() {
        assertThat(Problems.words(refused(540)))
                .isEqualTo(
                        "This computer's clock is 9 minutes ahead of the service, which refused the"
                                + " signature");
        assertThat(Problems.words(refused(-125))).contains("2 minutes behind the service");
        assertThat(Problems.advice(refused(540))).startsWith("Set the computer's clock");
        var key = new CloudException.Unauthorized(new Refusal("bad", "Bad key", ""));
        assertThat(Problems.words(key)).isEqualTo("Bad key.");
    }

    @Test
    void anAnswerOfAnotherShapeIsSaidWithWhatWasExpected() {
        var list = new Misshapen("data", Json.of("x"), Misshapen.Shape.LIST);
        assertThat(Problems.words(new CloudException.Unreadable(200, list)))
                .isEqualTo(
                        "The answer has another shape than the documents say: `data` is a text,"
                                + " a list was expected.");
        var whole = new Misshapen("", Json.of(List.of()), Misshapen.Shape.OBJECT);
        assertThat(Problems.words(new CloudException.Unreadable(200, whole)))
                .endsWith("it is a list, an object was expected.");
    }

    private static CloudException refused(long secondsAhead) {
        return new CloudException.Unauthorized(
                new Refusal("bad_credential", "Bad signature", ""),
                Optional.of(Duration.ofSeconds(secondsAhead)));
    }

    @Test
    void whyAStepFailedGoesBeforeItsNote() {
        var why = new CloudException.Refused(400, new Refusal("full", "No capacity", ""));
        assertThat(Problems.words(item(Optional.of(why), new Note.Said("other"))))
                .isEqualTo("No capacity.");
    }

    @Test
    void whatToDoIsSaidByTheServicesOwnCodeWhereItIsKnown() {
        var why = new CloudException.Refused(200, new Refusal("out_of_stock", "Out of stock", ""));
        assertThat(Problems.words(why)).isEqualTo("Out of stock.");
        assertThat(Problems.advice(why))
                .isEqualTo("Choose another location or type, or try again later.");
        var other = new CloudException.Refused(200, new Refusal("quota", "no more", ""));
        assertThat(Problems.advice(other)).isEmpty();
    }
}
