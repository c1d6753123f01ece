package io.pilothouse.ui.kit.rows.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// Four columns: a name, a number that may not be cut, a region that yields first, a type that yields after it.
class ShareTest {
    private static final Share NAME = new Share(100, 140, 0, 1);
    private static final Share NUMBER = new Share(40, 60, 0, 0);
    private static final Share REGION = new Share(80, 120, 0, 3);
    private static final Share TYPE = new Share(90, 130, 0, 2);
    private static final List<Share> ALL = List.of(NAME, NUMBER, REGION, TYPE);

    private static double[] in(double room) {
        return Share.widths(ALL, room);
    }

    @Test
    void whereThereIsJustRoomEachHasWhatItWants() {
        assertThat(in(450)).containsExactly(140, 60, 120, 130);
    }

    @Test
    void whatIsTooMuchIsSharedInProportionAndNeverMoreThanThereIs() {
        assertThat(in(900)).containsExactly(280, 120, 240, 260);
        assertThat(Arrays.stream(in(777)).sum()).isBetween(773.0, 777.0);
    }

    @Test
    void whatIsMissingIsTakenFromThoseThatYieldFirst() {
        assertThat(in(420)).containsExactly(140, 60, 90, 130);
        assertThat(in(390)).containsExactly(140, 60, 80, 110);
        assertThat(in(340)).containsExactly(110, 60, 80, 90);
    }

    @Test
    void whereNobodyCouldReadItAnyMoreTheTableScrolls() {
        assertThat(in(329)).containsExactly(140, 60, 120, 130);
    }

    @Test
    void whatAPersonGaveStandsAndTheOthersShareTheRest() {
        var region = new Share(80, 120, 200, 3);
        assertThat(Share.widths(List.of(NAME, region, TYPE), 450)).containsExactly(140, 200, 110);
        assertThat(Share.widths(List.of(NAME, region), 500)).containsExactly(300, 200);
        assertThat(Share.widths(List.of(region), 500)).containsExactly(200);
    }
}
