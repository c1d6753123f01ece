package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.cloud.form.NameRange;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.crusoe.catalog.Images;
import io.pilothouse.provider.crusoe.catalog.Room;

import java.util.ArrayList;
import java.util.List;

/// What is asked before a VM is created. The location decides what else can be chosen: what is elsewhere, or sold out, is
/// offered all the same, off and with its reason.
public final class VmForm {
    /// More than any script needs; the API names no limit.
    public static final int SCRIPT_MOST = 1 << 20;

    static final Form FORM =
            Form.of(
                            Field.of("name", new Input.Name("", Choose.NAME_MOST)),
                            Field.of(
                                    "location",
                                    Input.Choose.one(
                                            new Choices(
                                                    Room.SOURCES,
                                                    (a, known) ->
                                                            Room.locations(
                                                                    a.word("type"), known)))),
                            Field.of(
                                    "type",
                                    Input.Choose.one(
                                            new Choices(
                                                    Room.SOURCES,
                                                    (a, known) ->
                                                            Room.types(
                                                                    a.word("location"), known)))),
                            Choose.sshKey(),
                            Images.field("image_name", VmForm::location),
                            Attachments.field("disks", VmForm::location).optional(),
                            subnet("subnet_id", "location"),
                            addressType(),
                            partition("ib_partition_id", "location"),
                            Reserving.field("reservation_specification"),
                            script("startup_script"),
                            script("shutdown_script"),
                            Field.of("nested_virtualization", new Input.Toggle()).optional())
                    .check(VmForm::problems);

    private VmForm() {}

    public static Field subnet(String name, String location) {
        return Choose.row(name, Types.SUBNET, a -> a.word(location)).optional();
    }

    public static Field partition(String name, String location) {
        return Choose.row(name, Types.IB_PARTITION, a -> a.word(location)).optional();
    }

    public static Field addressType() {
        return Field.of("public_ip_address_type", Input.Choose.one(Choices.of("dynamic", "static")))
                .optional();
    }

    public static Field script(String name) {
        return Field.of(name, new Input.Code("shell", SCRIPT_MOST)).optional();
    }

    private static String location(Json answers) {
        return answers.word("location");
    }

    private static List<Problem> problems(Json answers, Inventory known) {
        var found = new ArrayList<>(Attachments.problems("disks", answers, known));
        for (var name : NameRange.names(answers.word("name"))) {
            if (CrusoeApi.isNamed(Types.VM, "", name, known)) {
                found.add(Problem.of("name", "problem.crusoe.name-taken", name));
            }
        }
        if (NameRange.isRange(answers.word("name")) && !answers.list("disks").isEmpty()) {
            found.add(Problem.of("disks", "problem.crusoe.disks-of-many").asWarning());
        }
        boolean bootsFromDisk =
                answers.list("disks").stream()
                        .anyMatch(d -> d.word("attachment_type").equals("os"));
        if (bootsFromDisk && answers.text("image_name").isPresent()) {
            found.add(Problem.of("image_name", "problem.crusoe.image-and-disk"));
        }
        if (answers.text("public_ip_address_type").isPresent()
                && answers.text("subnet_id").isEmpty()) {
            found.add(Problem.of("subnet_id", "problem.required"));
        }
        return found;
    }
}
