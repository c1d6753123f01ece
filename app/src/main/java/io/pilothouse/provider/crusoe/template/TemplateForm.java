package io.pilothouse.provider.crusoe.template;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.crusoe.catalog.Images;
import io.pilothouse.provider.crusoe.catalog.Room;
import io.pilothouse.provider.crusoe.compute.Reserving;
import io.pilothouse.provider.crusoe.compute.VmForm;

import java.util.ArrayList;
import java.util.List;

/// What is asked before a template is made. One without a location can be used in all of them; one with a location needs
/// what belongs to it.
final class TemplateForm {
    private static final int DISKS_MOST = 16;
    private static final Field DISKS =
            Field.of(
                            "disks",
                            new Input.Records(
                                    DISKS_MOST,
                                    Form.of(
                                                    Field.of("size", Input.Amount.of("GiB", "TiB")),
                                                    Field.of(
                                                            "type",
                                                            Input.Choose.one(
                                                                    Choices.of(
                                                                            "persistent-ssd",
                                                                            "shared-volume"))))
                                            .from(Json.obj("type", "persistent-ssd"))))
                    .optional();

    static final Form FORM =
            Form.of(
                            Choose.name("template_name"),
                            Field.of(
                                    "type",
                                    Input.Choose.one(
                                            new Choices(
                                                    Room.SOURCES, (_, known) -> Room.all(known)))),
                            Choose.sshKey(),
                            Images.field("image_name", a -> a.word("location")),
                            DISKS,
                            VmForm.addressType(),
                            Choose.location("location").optional(),
                            VmForm.subnet("subnet_id", "location"),
                            VmForm.partition("ib_partition_id", "location"),
                            Reserving.field("reservation_id", Reserving::reservations).optional(),
                            VmForm.script("startup_script"),
                            VmForm.script("shutdown_script"),
                            Field.of("nested_virtualization", new Input.Toggle()).optional())
                    .check(TemplateForm::check);

    private TemplateForm() {}

    private static List<Problem> check(Json answers, Inventory known) {
        var found = new ArrayList<Problem>();
        var name = answers.word("template_name");
        if (CrusoeApi.isNamed(Types.TEMPLATE, "", name, known)) {
            found.add(Problem.of("template_name", "problem.crusoe.name-taken", name));
        }
        boolean located = answers.text("location").isPresent();
        if (located && answers.text("subnet_id").isEmpty()) {
            found.add(Problem.of("subnet_id", "problem.required"));
        }
        for (var field : List.of("subnet_id", "ib_partition_id")) {
            if (!located && answers.text(field).isPresent()) {
                found.add(Problem.of("location", "problem.crusoe.needs-location"));
                break;
            }
        }
        return found;
    }
}
