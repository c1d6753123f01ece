package io.pilothouse.provider.crusoe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.Step.Follow;
import io.pilothouse.cloud.Step.Lost;
import io.pilothouse.cloud.Step.Progress;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.Samples;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class OperationsTest {
    private static final Resource PROJECT =
            Resource.of(Types.PROJECT, "p-1", "vision", Status.NONE, Json.obj());

    private static final Resource DISK = disk("d-1", "data");
    private static final Step CREATE =
            Operations.creation(
                    Request.of("POST", Collection.DISKS.path(), "p-1"),
                    List.of(),
                    Collection.DISKS,
                    "p-1",
                    Types.DISK,
                    "data");

    private static final Step DELETE =
            Operations.deletions(Collection.DISKS, List.of(DISK)).getFirst();

    private static Resource disk(String id, String name) {
        return Resource.of(Types.DISK, id, name, Status.NONE, Json.obj("id", id)).within(PROJECT);
    }

    private static Json answer(String state) {
        return Json.obj(
                "operation",
                Json.obj(
                        "operation_id",
                        "op-1",
                        "state",
                        state,
                        "metadata",
                        Json.obj("id", "d-1"),
                        "completed_at",
                        ""));
    }

    private static Follow.Poll poll(Step step) {
        return (Follow.Poll) step.follow();
    }

    private static Lost lost(Step step) {
        return poll(step).lost().apply(answer("IN_PROGRESS")).orElseThrow();
    }

    private static Inventory now(Resource... rows) {
        return type -> type.equals(Types.DISK) ? List.of(rows) : List.of();
    }

    @Test
    void anOperationIsAskedForBelowItsCollection() {
        var call = poll(CREATE).call().apply(answer("IN_PROGRESS")).orElseThrow();
        assertThat(call.repeatable()).isTrue();
        assertThat(call.request().path(v -> v))
                .isEqualTo("/projects/p-1/storage/disks/operations/op-1");
        var body = Json.obj("state", "SUCCEEDED", "result", Json.obj("id", "d-1"));
        assertThat(call.decode().apply(Samples.answered(body)))
                .isEqualTo(new Progress.Ended(Json.obj("id", "d-1")));
    }

    @Test
    void howLongOneTookIsReadWhereBothOfItsTimesAre() {
        var ended =
                Json.obj("state", "SUCCEEDED", "started_at", "2026-11-20T12:00:00Z")
                        .with("completed_at", Json.of("2026-11-20T12:01:12Z"));
        assertThat(took(ended)).contains(Duration.ofSeconds(72));
        for (var odd : List.of("", "soon", "2026-11-20T11:59:59Z")) {
            assertThat(took(ended.with("completed_at", Json.of(odd)))).as(odd).isEmpty();
        }
        assertThat(took(Json.obj("state", "SUCCEEDED"))).isEmpty();
    }

    private static Optional<Duration> took(Json operation) {
        return ((Progress.Ended) Operations.progress(operation)).took();
    }

    @Test
    void oneThatHasEndedInTheAnswerOrIsNotThereIsNotAskedFor() {
        assertThat(poll(CREATE).call().apply(answer("SUCCEEDED"))).isEmpty();
        assertThat(poll(CREATE).call().apply(Json.obj())).isEmpty();
        assertThat(CREATE.refusal().apply(Json.obj())).isEmpty();
    }

    @Test
    void aStateThatIsNotKnownIsOnTheWay() {
        assertThat(Operations.progress(Json.obj("state", "PENDING")))
                .isEqualTo(new Progress.Running("PENDING"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operations.progress(Json.obj()))
                .withMessage("no readable state");
    }

    @Test
    void aFailureSaysWhyInWords() {
        var result = Json.obj("code", "out_of_stock", "message", "");
        assertThat(Operations.progress(Json.obj("state", "FAILED", "result", result)))
                .isEqualTo(new Progress.Failed(new Refusal("out_of_stock", "Out of stock", "")));
        assertThat(Operations.progress(Json.obj("state", "FAILED")))
                .isEqualTo(new Progress.Failed(new Refusal("", "Failed", "")));
    }

    @Test
    void oneThatFailedAtOnceIsARefusal() {
        var said = Json.obj("code", "quota", "message", "no more disks");
        var failed = Json.obj("operation", answer("FAILED").at("operation").with("result", said));
        assertThat(CREATE.refusal().apply(failed)).contains("no more disks");
    }

    @Test
    void whenTheOperationIsForgottenTheResourceTells() {
        var lost = lost(CREATE);
        assertThat(lost.read().request().path(v -> v)).isEqualTo("/projects/p-1/storage/disks/d-1");
        var there = Json.obj("id", "d-1");
        assertThat(lost.read().decode().apply(Samples.answered(there)))
                .isEqualTo(new Progress.Ended(there));
        assertThat(lost.missing()).isEmpty();
    }

    @Test
    void aDeletionOfUnknownOperationHasEndedWhenTheResourceIsMissing() {
        var lost = lost(DELETE);
        assertThat(lost.missing()).contains(new Progress.Ended(Json.absent()));
        assertThat(lost.read().decode().apply(Samples.answered(Json.obj("id", "d-1"))))
                .isInstanceOf(Progress.Running.class);
    }

    @Test
    void whatIsMadeIsKnownByItsIdAndWithoutAnAnswerByItsName() {
        var sign = CREATE.sign().orElseThrow();
        assertThat(sign.test(answer("IN_PROGRESS"), now(disk("d-2", "data")))).isFalse();
        assertThat(sign.test(answer("IN_PROGRESS"), now(disk("d-1", "data")))).isTrue();
        assertThat(sign.test(Json.absent(), now(disk("d-2", "data")))).isTrue();
        var elsewhere =
                Resource.of(Types.DISK, "d-3", "data", Status.NONE, Json.obj())
                        .within(
                                Resource.of(
                                        Types.PROJECT, "p-2", "speech", Status.NONE, Json.obj()));
        assertThat(sign.test(Json.absent(), now(elsewhere))).isFalse();
    }

    @Test
    void aDeletionIsSeenWhenTheRowIsInTheListNoMore() {
        var sign = DELETE.sign().orElseThrow();
        assertThat(sign.test(Json.absent(), now(DISK))).isFalse();
        assertThat(sign.test(Json.absent(), now())).isTrue();
        var unreadable = Resource.unreadable(Types.DISK, "?1", Json.obj(), "no readable id");
        assertThat(sign.test(Json.absent(), now(unreadable))).isFalse();
    }

    @Test
    void rawTextOfInnerCallsIsMadeReadable() {
        var raw =
                "rpc error: code = Internal desc = rpc error: code = ResourceExhausted desc = quota"
                        + " reached";
        assertThat(Refusals.of(Json.obj("code", "500", "message", raw)))
                .isEqualTo(new Refusal("ResourceExhausted", "quota reached", ""));
        assertThat(Refusals.of(Json.obj("code", "bad_request", "message", raw)))
                .isEqualTo(new Refusal("bad_request", "quota reached", ""));
        assertThat(Refusals.of(Json.of("bad gateway")))
                .isEqualTo(new Refusal("", "bad gateway", ""));
        assertThat(Refusals.of(Json.absent())).isEqualTo(Refusal.NONE);
    }

    @Test
    void aMessageThatIsOnlyACodeIsNotShownAsWords() {
        var notFound = new Refusal("not_found", "", "");
        assertThat(Refusals.of(Json.obj("code", "404", "message", "not_found")))
                .isEqualTo(notFound);
        assertThat(Refusals.of(Json.obj("code", "not_found", "message", "not_found")))
                .isEqualTo(notFound);
        assertThat(Refusals.of(Json.obj("code", "bad_request", "message", "quota")))
                .isEqualTo(new Refusal("bad_request", "quota", ""));
    }

    @Test
    void sizesAreReadInTheirUnits() {
        assertThat(Size.disk("10GiB")).isEqualTo(Size.disk("10"));
        assertThat(Size.disk("2TiB")).isEqualTo(Size.disk("2048GiB"));
        assertThat(Size.snapshot("10457 bytes").map(b -> b.count())).contains(10_457L);
        assertThat(Size.snapshot("10457")).isEqualTo(Size.snapshot("10457 bytes"));
        assertThat(Size.disk("big")).isEqualTo(Optional.empty());
    }
}
