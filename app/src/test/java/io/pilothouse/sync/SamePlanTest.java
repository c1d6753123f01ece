package io.pilothouse.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class SamePlanTest {
    private static final SamePlan SAME = new SamePlan(Set.of("script"));
    private static final Request LOCK =
            Request.of("POST", "/machines/{id}/lock", "a").json(Json.obj("user", "root"));

    private static Step step(Request request) {
        return Step.of(ApiCall.write(request), List.of()).label("a");
    }

    private static boolean same(Request asked, Request now) {
        return SAME.isOf(List.of(step(asked)), List.of(step(now)));
    }

    @Test
    void theSameCallsAreTheSamePlan() {
        assertThat(same(LOCK, LOCK)).isTrue();
        assertThat(SAME.isOf(List.of(), List.of())).isTrue();
    }

    @Test
    void everyOtherCallIsAnotherPlanWhateverItIsLabelled() {
        var elsewhere = Request.of("POST", "/machines/{id}/lock", "b").json(LOCK.body());
        var erase = Request.of("POST", "/machines/{id}/erase", "a").json(LOCK.body());
        var delete = Request.of("DELETE", "/machines/{id}/lock", "a").json(LOCK.body());
        assertThat(
                        List.of(
                                elsewhere,
                                erase,
                                delete,
                                LOCK.json(Json.obj("user", "admin")),
                                LOCK.json(Json.obj("user", "root", "force", true)),
                                LOCK.query("force", Optional.of("true")),
                                LOCK.header("If-Match", "1")))
                .allSatisfy(other -> assertThat(same(LOCK, other)).isFalse());
    }

    @Test
    void fewerOrMoreCallsOrAnotherOrderAreAnotherPlan() {
        var other = step(LOCK.json(Json.obj("user", "admin")));
        var both = List.of(step(LOCK), other);
        assertThat(SAME.isOf(both, List.of(step(LOCK)))).isFalse();
        assertThat(SAME.isOf(List.of(step(LOCK)), both)).isFalse();
        assertThat(SAME.isOf(both, both.reversed())).isFalse();
    }

    @Test
    void theSameCallForAnotherRowIsAnotherPlan() {
        var call = ApiCall.write(LOCK);
        assertThat(
                        SAME.isOf(
                                List.of(Step.of(call, List.of(machine("a")))),
                                List.of(Step.of(call, List.of(machine("b"))))))
                .isFalse();
    }

    private static Resource machine(String id) {
        return Resource.of("machine", id, "web", Status.NONE, Json.obj());
    }

    @Test
    void secretsMayDifferAndBeMissing() {
        var masked = LOCK.json(LOCK.body().with("password", Secret.of("")));
        var typed = LOCK.json(LOCK.body().with("password", Secret.of("hunter2")));
        assertThat(same(masked, typed)).isTrue();
        assertThat(same(masked, LOCK)).as("an optional one left empty").isTrue();
        assertThat(same(LOCK, LOCK.json(LOCK.body().with("script", "#!/bin/sh"))))
                .as("what the service counts as secret, in a plain field")
                .isTrue();
        assertThat(same(masked, typed.json(typed.body().with("user", "admin")))).isFalse();
    }
}
