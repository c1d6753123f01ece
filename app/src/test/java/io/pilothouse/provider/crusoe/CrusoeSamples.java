package io.pilothouse.provider.crusoe;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.FormCheck;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.ProviderContract.Case;
import io.pilothouse.provider.Samples;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the tests of this room share: an account as its samples show it, and short ways to ask.
public final class CrusoeSamples {
    public static final CrusoeProvider PROVIDER = new CrusoeProvider();
    public static final Samples ALL = Samples.of(PROVIDER, CrusoeSamples.class, "samples.json");
    public static final Inventory KNOWN = ALL.inventory();
    public static final Resource PROJECT = row("crusoe.project", "p-vision");
    public static final Resource OTHER_PROJECT = row("crusoe.project", "p-speech");

    public static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICpuH/fqCFLbAConChyVH6rZzSaxlnHSwQk6qvtPsf5E";

    public static final Json VM =
            Json.obj(
                    "name", "train-2",
                    "location", "us-east1-a",
                    "type", "a100.2x",
                    "ssh_public_key", KEY);

    private CrusoeSamples() {}

    /// Every action as it may be asked for, with the rows above.
    public static List<Case> cases() {
        return CrusoeContractTest.all();
    }

    public static Cloud cloud() {
        return PROVIDER.cloud(Map.of(), Json.obj());
    }

    public static Action action(String id) {
        return cloud().action(id).orElseThrow();
    }

    /// Asked for in the first project, in a form as it stands at first.
    public static List<Step> plan(String action, Json answers, Resource... targets) {
        var scope = targets.length == 0 ? Optional.of(PROJECT) : Optional.<Resource>empty();
        var about = targets.length == 0 ? List.of(PROJECT) : List.of(targets);
        var before = action(action).form().apply(about, KNOWN).initial();
        var ask = new Ask("c7", scope, List.of(targets), before, answers);
        return action(action).plan().apply(ask);
    }

    public static Form form(String action, Resource... targets) {
        return action(action).form().apply(List.of(targets), KNOWN);
    }

    public static List<Problem> problems(String action, Json answers, Resource... targets) {
        return FormCheck.problems(form(action, targets), answers, KNOWN);
    }

    public static Resource row(String type, String id) {
        return KNOWN.find(type, id).orElseThrow();
    }

    /// Only these rows, of whatever type.
    public static Inventory only(Resource... rows) {
        return type -> Arrays.stream(rows).filter(r -> r.type().equals(type)).toList();
    }

    public static boolean sign(Step step, Json answer, Inventory now) {
        return step.sign().orElseThrow().test(answer, now);
    }
}
