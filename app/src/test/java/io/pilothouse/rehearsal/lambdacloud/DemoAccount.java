package io.pilothouse.rehearsal.lambdacloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.ManualTime;
import io.pilothouse.rehearsal.loopback.Speed;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A demonstration account in manual time, as the tests of the service use it.
final class DemoAccount {
    static final Json LAUNCH =
            Json.obj(
                    "region_name",
                    "us-east-1",
                    "instance_type_name",
                    "gpu_1x_h100_sxm5",
                    "ssh_key_names",
                    List.of("anna-laptop"));

    final ManualTime time = new ManualTime();
    final LambdaService service;

    DemoAccount() {
        this(setup -> setup);
    }

    DemoAccount(UnaryOperator<LambdaSetup> change) {
        var setup = LambdaSetup.demo(time.clock(), Speed.demo()).withCapacity(Capacity.plenty());
        service = new LambdaService(time.clock(), change.apply(setup));
    }

    String launched(Json request) {
        return service.launch(request).texts("instance_ids").getFirst();
    }

    String idOf(String name) {
        return listed(name).orElseThrow().word("id");
    }

    Optional<Json> listed(String name) {
        return service.instances(Optional.empty()).list().stream()
                .filter(i -> i.word("name").equals(name))
                .findFirst();
    }

    /// Asserts that a call is refused, and gives the refusal.
    static LambdaError refusal(int status, String code, ThrowingCallable call) {
        var error = Assertions.catchThrowableOfType(LambdaError.class, call);
        assertThat(error).as("a refusal").isNotNull();
        assertThat(error.status() + " " + error.code()).isEqualTo(status + " " + code);
        return error;
    }

    /// Asserts that a call is refused for what the named field holds.
    static void invalid(String field, ThrowingCallable call) {
        assertThat(refusal(400, "global/invalid-parameters", call)).hasMessageContaining(field);
    }
}
