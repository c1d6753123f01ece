package io.pilothouse.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.form.FormViewModel.Sending;
import io.pilothouse.ui.form.ProposalViewModel.Start;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

class ProposalViewModelTest {
    private final List<String> sent = new ArrayList<>();

    private ProposalViewModel at(Start start, Destination... all) {
        return new ProposalViewModel(
                List.of(all), start, (to, _, a) -> sent.add(to.account() + " " + a.word("name")));
    }

    @Test
    void thePlanNamesCallsTimeAndPriceAsOneTypes() {
        var launch = at(Start.NEW, Launches.at("team"));
        launch.form().fill(Launches.EIGHT);
        var plan = launch.planProperty().get().orElseThrow();
        assertThat(plan.steps()).hasSize(8);
        assertThat(plan.calls().time()).hasSeconds(84);
        assertThat(plan.each()).isEqualTo(new Money(329));
        assertThat(plan.added()).isEqualTo(new Money(2632));
        assertThat(plan.burnRateAfter()).isEqualTo(new Money(6658 + 2632));
        assertThat(launch.verb()).isEqualTo("Launch 8 instances");
    }

    @Test
    void anotherAccountTakesOverWhatWasTyped() {
        var lab = Launches.at("lab");
        var launch = at(Start.NEW, Launches.at("team"), lab);
        launch.form().fill(Launches.EIGHT);
        launch.choose(lab);
        assertThat(launch.form().answers()).isEqualTo(Launches.EIGHT);
        assertThat(launch.send()).isEqualTo(Sending.READY);
        assertThat(sent).containsExactly("lab sweep-h100-{1..8}");
    }

    @Test
    void aRefusalComesBackWithTheAnswersAndTheWords() {
        var again = new Start("lab", Launches.EIGHT, Optional.of("No capacity."));
        var launch = at(again, Launches.at("team"), Launches.at("lab"));
        assertThat(launch.destination().account()).isEqualTo("lab");
        assertThat(launch.refusal()).contains("No capacity.");
        assertThat(launch.form().answers()).isEqualTo(Launches.EIGHT);
    }

    @Test
    void onlyWhatAPersonFilledInWouldBeLost() {
        var launch = at(Start.NEW, Launches.at("team"));
        assertThat(launch.isTouched()).isFalse();
        launch.form().fill(Json.obj("name", "chosen-by-the-dialog"));
        launch.settle();
        assertThat(launch.isTouched()).isFalse();
        launch.form().fill(Json.obj("name", "typed"));
        assertThat(launch.isTouched()).isTrue();
        launch.form().fill(Json.obj("name", "chosen-by-the-dialog"));
        assertThat(launch.isTouched()).isFalse();
    }

    @Test
    void whatWasTypedStaysTypedInAnotherAccountAndAfterARefusal() {
        var lab = Launches.at("lab");
        var launch = at(Start.NEW, Launches.at("team"), lab);
        launch.form().fill(Launches.EIGHT);
        launch.choose(lab);
        assertThat(launch.isTouched()).isTrue();
        var again =
                at(new Start("", Launches.EIGHT, Optional.of("No capacity.")), Launches.at("team"));
        again.settle();
        assertThat(again.isTouched()).isTrue();
    }

    @Test
    void aChainIsCallsOfWhichEachWaitsForTheOneBefore() {
        var vm = Resource.of("vm", "v1", "train", Status.NONE, Json.obj());
        var other = Resource.of("vm", "v2", "eval", Status.NONE, Json.obj());
        assertThat(plan(begins(vm), begins(vm)).isChain()).isTrue();
        assertThat(plan(begins(vm), begins(other)).isChain()).as("one a row").isFalse();
        assertThat(plan(begins(vm)).isChain()).isFalse();
        var answered = Step.of(ApiCall.write(Request.of("POST", "/x")), List.of(vm));
        assertThat(plan(answered, begins(vm)).isChain()).as("nothing is waited for").isFalse();
    }

    private static Step begins(Resource vm) {
        return Step.of(ApiCall.write(Request.of("POST", "/x")), List.of(vm))
                .follow(new Step.Follow.Poll(_ -> Optional.empty()));
    }

    private static ProposalViewModel.Plan plan(Step... steps) {
        return new ProposalViewModel.Plan(
                Launches.taking(List.of(steps), Duration.ZERO, Optional.empty(), 0),
                Money.ZERO,
                Money.ZERO);
    }

    @Test
    void nothingIsSentWhileSomethingIsWrong() {
        var launch = at(Start.NEW, Launches.at("team"));
        assertThat(launch.send()).isEqualTo(Sending.FIX);
        assertThat(sent).isEmpty();
    }

    @Test
    void callsAreCopiedWithoutBeingSent() {
        var launch = at(Start.NEW, Launches.at("team"));
        launch.form().fill(Launches.EIGHT);
        assertThat(launch.curl().split("\n\n")).hasSize(8).containsOnly("curl /launch");
        assertThat(launch.json()).contains("\"name\": \"sweep-h100-8\"");
        assertThat(sent).isEmpty();
    }

    @Test
    void aPlanThatFailsOnFaultyAnswersIsNoPlanYet() {
        var form = Form.of(Field.of("name", Input.Line.upTo(9)));
        Function<Ask, List<Step>> plan =
                ask -> {
                    if (ask.answers().at("name").isAbsent()
                            || ask.answers().word("name").equals("bug")) {
                        throw new IllegalArgumentException("no name");
                    }
                    return Launches.steps(ask);
                };
        var action =
                Action.on(Action.Target.SCOPE, "x.create", Action.Effect.COST, plan).asks(form);
        var proposal = at(Start.NEW, Launches.at("team", action, Launches.KNOWN));
        assertThat(proposal.planProperty().get()).isEmpty();
        proposal.form().fill(Json.obj("name", "a"));
        assertThat(proposal.planProperty().get()).isPresent();
        var good = new Start("", Json.obj("name", "bug"), Optional.empty());
        assertThatThrownBy(() -> at(good, Launches.at("team", action, Launches.KNOWN)))
                .as("a plan of good answers that fails is a fault of the program")
                .isInstanceOf(IllegalArgumentException.class);
    }
}
