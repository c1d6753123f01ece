package io.pilothouse.rehearsal.crusoe;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.place.Capacity;
import io.pilothouse.rehearsal.loopback.ManualTime;
import io.pilothouse.rehearsal.loopback.Speed;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// A demonstration account in manual time, asked without HTTP.
public final class CrusoeAccount {
    public static final String NORTH = "us-northcentral1-a";
    public static final String NORTH_B = "us-northcentral1-b";
    public static final String EAST = "us-northcentraleast1-a";
    public static final String RESEARCH = "/projects/" + Words.id("project research");
    public static final String SERVING = "/projects/" + Words.id("project serving");
    public static final String VMS = RESEARCH + "/compute/vms/instances";
    public static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKc1Qb8oX3yN0mVx8Qk4e9a1rJ2tWmF5hLuZ7dPsT6gB";

    public final ManualTime time = new ManualTime();
    public final CrusoeService service;

    public CrusoeAccount() {
        this(setup -> setup.withCapacity(Capacity.plenty()));
    }

    public CrusoeAccount(UnaryOperator<CrusoeSetup> change) {
        service =
                new CrusoeService(
                        time.clock(), change.apply(CrusoeSetup.demo(time.clock(), Speed.demo())));
    }

    public static Json vm(String name) {
        return Json.obj("name", name, "type", "a40.1x", "location", NORTH, "ssh_public_key", KEY);
    }

    /// @param path without the API version, perhaps with a query
    public Json get(String path) {
        return call("GET", path, Json.absent());
    }

    public List<Json> items(String path) {
        return get(path).list("items");
    }

    public Json post(String path, Json body) {
        return call("POST", path, body);
    }

    public Json call(String method, String path, Json body) {
        var text = text(method, path, body);
        try {
            return text.isEmpty() ? Json.absent() : JsonText.parse(text);
        } catch (JsonText.Malformed e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    public String text(String method, String path, Json body) {
        var parts = path.split("\\?", 2);
        var answer =
                service.run(
                        method,
                        "/v1alpha5" + parts[0],
                        parts.length < 2 ? "" : parts[1],
                        () -> body);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    public void pass(Duration duration) {
        time.pass(duration);
    }

    /// The operation that an answer told of, when it has ended.
    ///
    /// @param collection path of the collection it belongs to
    public Json ended(String collection, Json begun) {
        assertThat(begun.word("operation", "state")).isEqualTo("IN_PROGRESS");
        time.pass(Duration.ofSeconds(30));
        return get(collection + "/operations/" + begun.word("operation", "operation_id"));
    }

    /// What an operation that has succeeded made or changed.
    public Json made(String collection, Json begun) {
        var ended = ended(collection, begun);
        assertThat(ended.word("state")).as(String.valueOf(ended)).isEqualTo("SUCCEEDED");
        return ended.at("result");
    }

    /// The row of that name in a list.
    public Json named(String path, String name) {
        return items(path).stream()
                .filter(i -> i.word("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " has no " + name));
    }

    public String id(String path, String name) {
        return named(path, name).word("id");
    }

    /// Asserts that a call is refused, and gives the refusal.
    public static CrusoeError refusal(int status, ThrowingCallable call) {
        var error = Assertions.catchThrowableOfType(CrusoeError.class, call);
        assertThat(error).as("a refusal").isNotNull();
        assertThat(error.status()).as(error.getMessage()).isEqualTo(status);
        return error;
    }
}
