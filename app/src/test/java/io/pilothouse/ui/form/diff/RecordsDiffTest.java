package io.pilothouse.ui.form.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.ui.form.diff.RecordsDiff.Line;
import io.pilothouse.ui.form.diff.RecordsDiff.Sign;

import org.junit.jupiter.api.Test;

import java.util.List;

class RecordsDiffTest {
    private static final List<String> FIELDS = List.of("protocol", "ports", "from", "words");
    private static final Json SSH = rule("tcp", "22", "0.0.0.0/0", "ssh");
    private static final Json WEB = rule("tcp", "443", "0.0.0.0/0", "web");
    private static final Json PING = rule("icmp", "", "0.0.0.0/0", "ping");

    private static Json rule(String protocol, String ports, String from, String words) {
        return Json.obj("protocol", protocol, "ports", ports, "from", from, "words", words);
    }

    private static RecordsDiff diff(List<Json> before, List<Json> after) {
        return RecordsDiff.of(before, after, FIELDS);
    }

    @Test
    void anotherOrderIsNoChange() {
        assertThat(diff(List.of(SSH, WEB, PING), List.of(PING, SSH, WEB)).isEmpty()).isTrue();
    }

    @Test
    void whatIsNewAndWhatIsGoneIsToldApart() {
        var diff = diff(List.of(SSH, PING), List.of(WEB, PING));
        assertThat(diff.lines())
                .containsExactly(
                        new Line(Sign.ADDED, Json.absent(), WEB),
                        new Line(Sign.SAME, PING, PING),
                        new Line(Sign.REMOVED, SSH, Json.absent()));
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void aRecordOfWhichMostStaysWasChanged() {
        var office = SSH.with("from", "203.0.113.0/24");
        var diff = diff(List.of(WEB, SSH), List.of(office, WEB));
        assertThat(diff.lines())
                .containsExactly(
                        new Line(Sign.CHANGED, SSH, office), new Line(Sign.SAME, WEB, WEB));
    }

    @Test
    void theSameRecordTwiceIsOneMore() {
        var diff = diff(List.of(SSH), List.of(SSH, SSH));
        assertThat(diff.count(Sign.SAME)).isEqualTo(1);
        assertThat(diff.count(Sign.ADDED)).isEqualTo(1);
    }

    @Test
    void anEmptyListTakesAllAway() {
        assertThat(diff(List.of(SSH, WEB), List.of()).count(Sign.REMOVED)).isEqualTo(2);
        assertThat(diff(List.of(), List.of()).isEmpty()).isTrue();
    }

    @Test
    void aRecordWithAKeyIsTheSameOneHoweverMuchOfItChanged() {
        var before = SSH.with("id", "1");
        var after = PING.with("id", "1");
        var like = SSH.with("words", "mine");
        var diff = RecordsDiff.of(List.of(before), List.of(like, after), FIELDS, "id");
        assertThat(diff.lines())
                .containsExactly(
                        new Line(Sign.ADDED, Json.absent(), like),
                        new Line(Sign.CHANGED, before, after));
        assertThat(diff.changes()).isEqualTo(2);
    }
}
