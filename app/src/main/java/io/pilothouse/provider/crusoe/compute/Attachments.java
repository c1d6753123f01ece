package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Operations.Ends;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Disks of a VM: attached at its creation or later, and detached.
final class Attachments {
    private static final int MOST = 32;
    private static final String OS = "os";

    private Attachments() {}

    /// Records of disk, kind of attachment and mode.
    ///
    /// @param at the location of the VM, which disks elsewhere can't be attached to
    static Field field(String name, Function<Json, String> at) {
        return Field.of(
                name,
                new Input.Records(
                        MOST,
                        Form.of(
                                        Choose.row("disk_id", Types.DISK, at),
                                        Field.of(
                                                "attachment_type",
                                                Input.Choose.one(Choices.of("data", OS))),
                                        Field.of(
                                                "mode",
                                                Input.Choose.one(
                                                        Choices.of("read-write", "read-only"))))
                                .from(Json.obj("attachment_type", "data", "mode", "read-write"))));
    }

    static List<Json> sent(Json answers, String field) {
        return answers.list(field).stream()
                .map(d -> d.only("disk_id", "attachment_type", "mode"))
                .toList();
    }

    /// What is wrong with disks together: twice the same, two to boot from. That one is attached already is a warning, as
    /// some can be attached to several VMs.
    static List<Problem> problems(String field, Json answers, Inventory known) {
        var found = new ArrayList<Problem>();
        var seen = new HashSet<String>();
        int os = 0;
        var disks = answers.list(field);
        for (int i = 0; i < disks.size(); i++) {
            var at = field + "/" + i + "/";
            var id = disks.get(i).word("disk_id");
            if (!id.isEmpty() && !seen.add(id)) {
                found.add(Problem.of(at + "disk_id", "problem.crusoe.same-disk"));
            }
            if (disks.get(i).word("attachment_type").equals(OS) && ++os == 2) {
                found.add(Problem.of(at + "attachment_type", "problem.crusoe.two-os-disks"));
            }
            known.find(Types.DISK, id)
                    .filter(d -> d.get(Facts.USED_BY).isPresent() && !isShared(d))
                    .ifPresent(
                            d ->
                                    found.add(
                                            Problem.of(
                                                            at + "disk_id",
                                                            "problem.crusoe.attached-elsewhere",
                                                            d.name())
                                                    .asWarning()));
        }
        return found;
    }

    private static boolean isShared(Resource disk) {
        return disk.get(CrusoeFacts.DISK_TYPE).filter("shared-volume"::equals).isPresent();
    }

    static Form attachForm(Resource vm) {
        var location = vm.get(Facts.REGION).orElse("");
        return Form.of(field("attach_disks", _ -> location))
                .check((answers, known) -> problems("attach_disks", answers, known));
    }

    static List<Step> attach(Ask ask) {
        var disks = sent(ask.answers(), "attach_disks");
        var ids = disks.stream().map(d -> d.word("disk_id")).toList();
        return List.of(
                step(
                        ask.target(),
                        "/attach-disks",
                        Json.obj("attach_disks", disks),
                        vm -> attached(vm).containsAll(ids)));
    }

    /// One of the disks that the VM has; whether one it runs from can be taken away is not documented.
    static Form detachForm(Resource vm) {
        var disks =
                vm.raw().list("disks").stream()
                        .filter(d -> d.text("id").isPresent())
                        .map(
                                d ->
                                        Choice.of(d.word("id"), d.text("name").orElse(d.word("id")))
                                                .note(d.word("attachment_type")))
                        .toList();
        return Form.of(
                        Field.of(
                                "detach_disks",
                                new Input.Choose(1, MOST, new Choices(Set.of(), (_, _) -> disks))))
                .check((answers, _) -> detaching(vm, answers));
    }

    private static List<Problem> detaching(Resource vm, Json answers) {
        var ids = answers.texts("detach_disks");
        boolean os =
                vm.raw().list("disks").stream()
                        .anyMatch(
                                d ->
                                        ids.contains(d.word("id"))
                                                && d.word("attachment_type").equals(OS));
        return os
                ? List.of(Problem.of("detach_disks", "problem.crusoe.detach-os").asWarning())
                : List.of();
    }

    static List<Step> detach(Ask ask) {
        var ids = ask.answers().texts("detach_disks");
        return List.of(
                step(
                        ask.target(),
                        "/detach-disks",
                        Json.obj("detach_disks", ids),
                        vm -> attached(vm).stream().noneMatch(ids::contains)));
    }

    static Optional<String> offDetach(Resource vm) {
        return vm.get(Facts.VOLUMES).isEmpty()
                ? Optional.of("off.crusoe.no-disks")
                : Power.offLeaving(vm);
    }

    private static List<String> attached(Json vm) {
        return vm.list("disks").stream().map(d -> d.word("id")).toList();
    }

    private static Step step(Resource vm, String path, Json body, Predicate<Json> seen) {
        var request =
                Request.of("POST", Collection.VMS.one() + path, vm.scope(), vm.id()).json(body);
        return Operations.step(request, List.of(vm), Collection.VMS, vm.scope(), Ends.when(seen))
                .sign(
                        (_, now) ->
                                CrusoeApi.now(vm, now).filter(r -> seen.test(r.raw())).isPresent());
    }
}
