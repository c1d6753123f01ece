package io.pilothouse.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.form.FormViewModel.Sending;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class FormViewModelTest {
    private Inventory known = _ -> List.of(disk("d1", 100), disk("d2", 250));

    private static Resource disk(String id, long cents) {
        return Resource.of("disk", id, id, Status.NONE, Json.obj())
                .with(Facts.PRICE, new Money(cents));
    }

    private static final Choices DISKS = Choices.rows("disk", Resource::id, (_, _) -> true);

    private FormViewModel of(Field... fields) {
        return of(Form.of(fields));
    }

    private FormViewModel of(Form form) {
        return new FormViewModel(form, () -> known);
    }

    private static FieldViewModel field(FormViewModel form, String name) {
        return form.field(name).orElseThrow();
    }

    private static String said(FieldViewModel field) {
        return field.saidProperty().get().map(Problem::key).orElse("");
    }

    @Test
    void aProblemIsShownOnlyAfterTheFieldWasLeft() {
        var form = of(Field.of("name", new Input.Line("[a-z]+", 9)));
        var name = field(form, "name");
        name.setText("A");
        assertThat(form.problems()).hasSize(1);
        assertThat(said(name)).isEmpty();
        name.leave();
        assertThat(said(name)).isEqualTo("problem.pattern.name");
        name.setText("a");
        assertThat(said(name)).isEmpty();
    }

    private static Form subnet() {
        return Form.of(Field.of("cidr", new Input.Network()))
                .check(
                        (answers, _) ->
                                answers.word("cidr").startsWith("10.1.")
                                        ? List.of(Problem.of("cidr", "problem.crusoe.overlaps"))
                                        : List.of());
    }

    @Test
    void whatTypingOnWillNotCureIsSaidWhileTyping() {
        var form = of(subnet());
        var cidr = field(form, "cidr");
        cidr.setText("10.1.");
        assertThat(said(cidr)).as("no network yet").isEmpty();
        cidr.setText("10.1.2.0/24");
        assertThat(said(cidr)).isEqualTo("problem.crusoe.overlaps");
        cidr.setText("10.2.2.0/24");
        assertThat(said(cidr)).isEmpty();
        cidr.setText("");
        assertThat(said(cidr)).as("that it is needed is said when it is left").isEmpty();
    }

    @Test
    void whatStoodThereAtFirstIsNotShoutedAt() {
        var form = of(subnet().from(Json.obj("cidr", "10.1.2.0/24")));
        var cidr = field(form, "cidr");
        assertThat(form.problems()).hasSize(1);
        cidr.setText("10.1.2.0/24");
        assertThat(said(cidr)).as("a control tells what was loaded into it").isEmpty();
    }

    @Test
    void everyProblemIsShownOnceSendingWasTried() {
        var form = of(Field.of("a", Input.Line.upTo(3)), Field.of("b", Input.Line.upTo(3)));
        assertThat(form.fieldsToFix()).isZero();
        assertThat(form.trySending()).isEqualTo(Sending.FIX);
        assertThat(form.fieldsToFix()).isEqualTo(2);
        assertThat(form.firstToFix()).contains(field(form, "a"));
        field(form, "a").setText("x");
        field(form, "b").setText("y");
        assertThat(form.trySending()).isEqualTo(Sending.READY);
        assertThat(form.answers()).isEqualTo(Json.obj("a", "x", "b", "y"));
    }

    @Test
    void anEmptyOptionalFieldIsNotAnAnswer() {
        var form =
                of(
                        Field.of("a", Input.Line.upTo(3)).optional(),
                        Field.of("tags", new Input.Records(5, Form.of())).optional(),
                        Field.of("on", new Input.Toggle()).optional());
        field(form, "a").setText("x");
        field(form, "a").setText("");
        assertThat(form.answers()).isEqualTo(Json.obj());
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void aRequiredSwitchIsOffAtFirst() {
        var form = of(Field.of("on", new Input.Toggle()));
        assertThat(form.answers()).isEqualTo(Json.obj("on", false));
    }

    @Test
    void aHiddenFieldKeepsWhatWasTypedAndIsNoAnswerMeanwhile() {
        var form =
                of(
                        Field.of("protocol", Input.Choose.one(Choices.of("tcp", "icmp"))),
                        Field.of("port", new Input.Whole(1, 65535))
                                .when(a -> !a.word("protocol").equals("icmp")));
        field(form, "protocol").choose("tcp");
        field(form, "port").setText("22");
        field(form, "protocol").choose("icmp");
        assertThat(field(form, "port").visibleProperty().get()).isFalse();
        assertThat(form.answers()).isEqualTo(Json.obj("protocol", "icmp"));
        field(form, "protocol").choose("tcp");
        assertThat(form.answers()).isEqualTo(Json.obj("protocol", "tcp", "port", 22));
    }

    @Test
    void whatDependsOnAHiddenFieldIsHiddenWithIt() {
        var form =
                of(
                        Field.of("a", new Input.Toggle()),
                        Field.of("b", Input.Line.upTo(9)).when(x -> x.isTrue("a")),
                        Field.of("c", Input.Line.upTo(9)).when(x -> !x.at("b").isAbsent()));
        field(form, "a").setOn(true);
        field(form, "b").setText("b");
        field(form, "c").setText("c");
        field(form, "a").setOn(false);
        assertThat(form.answers()).isEqualTo(Json.obj("a", false));
        assertThat(field(form, "c").visibleProperty().get()).isFalse();
    }

    @Test
    void aWholeNumberThatIsNoneStaysAsTyped() {
        var form = of(Field.of("count", new Input.Whole(1, 64)));
        var count = field(form, "count");
        for (var typed : List.of("1.5", "x", "65", "1e1", "99999999999999999999")) {
            count.setText(typed);
            assertThat(count.text()).isEqualTo(typed);
            assertThat(form.problems()).as(typed).hasSize(typed.equals("1e1") ? 0 : 1);
        }
        count.setText("8");
        assertThat(form.answers()).isEqualTo(Json.obj("count", 8));
    }

    @Test
    void aChoiceThatIsNoLongerOfferedStaysAndIsMarked() {
        var form = of(Field.of("disk", Input.Choose.one(DISKS)));
        var disk = field(form, "disk");
        disk.choose("d2");
        known = _ -> List.of(disk("d1", 100), disk("d3", 100));
        form.inventoryChanged();
        assertThat(disk.chosen()).containsExactly("d2");
        assertThat(disk.choices()).extracting(Choice::value).containsExactly("d1", "d3", "d2");
        assertThat(disk.choice("d2").off()).contains("problem.not-offered");
        assertThat(said(disk)).isEqualTo("problem.not-offered");
        assertThat(form.answers()).isEqualTo(Json.obj("disk", "d2"));
        known = _ -> List.of(disk("d2", 100));
        form.inventoryChanged();
        assertThat(disk.choice("d2").off()).isEmpty();
        assertThat(said(disk)).isEmpty();
    }

    @Test
    void thePriceIsThatOfAllThatIsChosen() {
        var form = of(Field.of("disks", new Input.Choose(0, 5, DISKS)).optional());
        assertThat(form.price()).isEqualTo(Money.ZERO);
        field(form, "disks").choose("d1");
        field(form, "disks").choose("d2");
        assertThat(form.price()).isEqualTo(new Money(350));
        assertThat(form.answers()).isEqualTo(Json.obj("disks", List.of("d1", "d2")));
        field(form, "disks").unchoose("d1");
        assertThat(form.price()).isEqualTo(new Money(250));
    }

    @Test
    void aProblemInARecordIsSaidAtItsOwnField() {
        var each =
                Form.of(
                        Field.of("key", new Input.Line("[a-z]+", 9)),
                        Field.of("value", Input.Line.upTo(9)));
        var form = of(Field.of("tags", new Input.Records(3, each)).optional());
        var tags = field(form, "tags");
        tags.addRecord(Json.obj("key", "team", "value", "a"));
        var second = tags.addRecord(Json.obj("key", "TEAM", "value", "b"));
        field(second, "key").leave();
        assertThat(said(field(second, "key"))).isEqualTo("problem.pattern.key");
        assertThat(said(field(tags.records().getFirst(), "key"))).isEmpty();
        assertThat(form.fieldsToFix()).isEqualTo(1);
        assertThat(form.firstToFix()).contains(tags);
        tags.removeRecord(second);
        assertThat(form.problems()).isEmpty();
        assertThat(form.answers())
                .isEqualTo(Json.obj("tags", List.of(Json.obj("key", "team", "value", "a"))));
    }

    @Test
    void aListOfWhichSomeIsNeededBeginsWithOneRowToFillIn() {
        var mode = Field.of("mode", Input.Choose.one(Choices.of("rw", "ro")));
        var each = Form.of(Field.of("disk", Input.Line.upTo(9)), mode).from(Json.obj("mode", "rw"));
        var needed = Field.of("disks", new Input.Records(3, each));
        var disks = field(of(needed), "disks");
        assertThat(disks.records()).hasSize(1);
        assertThat(disks.value()).isEqualTo(Json.of(List.of(Json.obj("mode", "rw"))));
        assertThat(field(of(needed.optional()), "disks").records()).isEmpty();

        var two = List.of(Json.obj("disk", "a"), Json.obj("disk", "b"));
        var kept = of(Form.of(needed).from(Json.obj("disks", two)));
        assertThat(field(kept, "disks").records()).as("as many as it had").hasSize(2);

        var form = of(needed);
        field(field(form, "disks").records().getFirst(), "disk").setText("typed");
        form.fill(Json.obj());
        assertThat(form.answers().list("disks"))
                .as("and what was typed stays")
                .containsExactly(Json.obj("disk", "typed", "mode", "rw"));
    }

    @Test
    void oneOfSeveralFormsGivesTheAnswersOfThatForm() {
        var image =
                Field.of(
                                "image",
                                new Input.OneOf(
                                        List.of(
                                                Form.of(Field.of("id", Input.Line.upTo(9))),
                                                Form.of(Field.of("family", Input.Line.upTo(9))))))
                        .optional();
        var form = of(image);
        var field = field(form, "image");
        assertThat(form.answers()).isEqualTo(Json.obj());
        field.chooseForm(Optional.of(field.forms().getLast()));
        field(field.forms().getLast(), "family").setText("ubuntu");
        assertThat(form.answers()).isEqualTo(Json.obj("image", Json.obj("family", "ubuntu")));
        var again = of(Form.of(image).from(form.answers()));
        assertThat(again.answers()).isEqualTo(form.answers());
        field.chooseForm(Optional.empty());
        assertThat(form.answers()).isEqualTo(Json.obj());
    }

    @Test
    void aWarningIsConfirmedByTryingASecondTime() {
        var form =
                of(
                        Form.of(Field.of("cidr", new Input.Network()))
                                .check(
                                        (a, _) ->
                                                a.word("cidr").equals("0.0.0.0/0")
                                                        ? List.of(
                                                                Problem.of("cidr", "open")
                                                                        .asWarning())
                                                        : List.of()));
        field(form, "cidr").setText("0.0.0.0/0");
        assertThat(form.trySending()).isEqualTo(Sending.CONFIRM);
        assertThat(said(field(form, "cidr"))).isEqualTo("open");
        assertThat(form.fieldsToFix()).isZero();
        assertThat(form.trySending()).isEqualTo(Sending.READY);
        field(form, "cidr").setText("10.0.0.0/8");
        field(form, "cidr").setText("0.0.0.0/0");
        assertThat(form.trySending()).as("the same warning was confirmed").isEqualTo(Sending.READY);
    }

    @Test
    void whatNoFieldAsksForStaysInTheAnswers() {
        var form =
                of(
                        Form.of(Field.of("name", Input.Line.upTo(9)))
                                .from(Json.obj("id", 7, "name", "a")));
        field(form, "name").setText("b");
        assertThat(form.answers()).isEqualTo(Json.obj("id", 7, "name", "b"));
    }

    @Test
    void aSecretStaysHidden() {
        var form = of(Field.of("key", new Input.Hidden()));
        field(form, "key").setText("canary");
        assertThat(form.answers().at("key")).isEqualTo(Json.of(Secret.of("canary")));
        assertThat(field(form, "key").text()).isEmpty();
        assertThat(form.answers().toString()).doesNotContain("canary");
    }

    @Test
    void theSuggestedValueIsTakenAsTyped() {
        var form =
                of(
                        Form.of(Field.of("host", new Input.Name("", 63)))
                                .check(
                                        (a, _) ->
                                                a.word("host").equals("A")
                                                        ? List.of(
                                                                Problem.of("host", "x"),
                                                                Problem.of("host", "y")
                                                                        .suggest("a"))
                                                        : List.of()));
        var host = field(form, "host");
        host.setText("A");
        host.leave();
        assertThat(said(host)).as("the one that knows a way out").isEqualTo("y");
        host.take("a");
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void aProblemOfNoFieldBelongsToTheWholeForm() {
        var form =
                of(
                        Form.of(Field.of("a", Input.Line.upTo(9)))
                                .check((_, _) -> List.of(Problem.of("b", "x"))));
        assertThat(form.general()).extracting(Problem::key).containsExactly("x");
    }

    @Test
    void choicesFollowTheAnswersBeforeThem() {
        var regions =
                new Choices(
                        Set.of(),
                        (a, _) ->
                                List.of(
                                        Choice.of(
                                                a.word("type") + "-east",
                                                a.word("type") + "-east")));
        var form =
                of(
                        Field.of("type", Input.Choose.one(Choices.of("a", "b"))),
                        Field.of("region", Input.Choose.one(regions)));
        field(form, "type").choose("a");
        assertThat(field(form, "region").choices()).extracting(Choice::value).contains("a-east");
        field(form, "region").choose("a-east");
        field(form, "type").choose("b");
        assertThat(field(form, "region").choices())
                .extracting(Choice::value)
                .containsExactly("b-east", "a-east");
    }

    @Test
    void choicesOfAFormWithinFollowTheAnswersAround() {
        var disks = new Choices(Set.of(), FormViewModelTest::onlyOfTheRegion);
        var each = Form.of(Field.of("disk", Input.Choose.one(disks)));
        var form =
                of(
                        Field.of("region", Input.Line.upTo(9)),
                        Field.of("mounts", new Input.Records(3, each)),
                        Field.of("boot", new Input.OneOf(List.of(each))));
        var mount = field(form, "mounts").records().getFirst();
        var boot = field(form, "boot").forms().getFirst();

        field(form, "region").setText("east");
        for (var within : List.of(mount, boot)) {
            assertThat(field(within, "disk").choices())
                    .extracting(Choice::value)
                    .containsExactly("east-disk");
        }

        field(mount, "disk").choose("east-disk");
        field(form, "region").setText("west");
        assertThat(form.problems())
                .extracting(p -> p.field() + " " + p.key())
                .contains("mounts/0/disk problem.not-offered");
    }

    @Test
    void whatIsNeededAndHasOneChoiceAloneIsChosenAndFollowsWhatItHangsOn() {
        var disks = new Choices(Set.of(), FormViewModelTest::onlyOfTheRegion);
        var form =
                of(
                        Field.of("region", Input.Line.upTo(9)),
                        Field.of("disk", Input.Choose.one(disks)),
                        Field.of("other", Input.Choose.one(DISKS)));
        field(form, "region").setText("east");
        assertThat(form.answers().word("disk")).isEqualTo("east-disk");
        assertThat(form.answers().at("other").isAbsent()).isTrue();

        field(form, "region").setText("west");
        assertThat(form.answers().word("disk")).isEqualTo("west-disk");

        field(form, "disk").unchoose("west-disk");
        assertThat(form.answers().at("disk").isAbsent()).as("a person's own choice").isTrue();
    }

    private static List<Choice> onlyOfTheRegion(Json answers, Inventory known) {
        var name = answers.word("region") + "-disk";
        return List.of(Choice.of(name, name));
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        var form = of(Field.of("disk", Input.Choose.one(DISKS)));
        form.close();
        known = _ -> List.of();
        form.inventoryChanged();
        assertThat(field(form, "disk").choices()).hasSize(2);
    }
}
