package io.pilothouse.provider.crusoe.storage;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Size;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.List;
import java.util.Optional;

/// What is asked before a disk is made or changed.
final class DiskForms {
    private static final Field SIZE = Field.of("size", Input.Amount.of("GiB", "TiB"));
    private static final Field NAME = Choose.name("name");

    static final Form CREATE =
            Form.of(
                            NAME,
                            Choose.location("location"),
                            SIZE,
                            Field.of(
                                    "type",
                                    Input.Choose.one(
                                            Choices.of("persistent-ssd", "shared-volume"))),
                            Field.of("block_size", new Input.Whole(1, CrusoeApi.MOST)).optional())
                    .from(Json.obj("type", "persistent-ssd"))
                    .check(
                            (answers, known) ->
                                    CrusoeApi.nameTaken(Types.DISK, "name", answers, known));

    /// Size and location come from the snapshot.
    static final Form FROM_SNAPSHOT =
            Form.of(NAME)
                    .check(
                            (answers, known) ->
                                    CrusoeApi.nameTaken(Types.DISK, "name", answers, known));

    private DiskForms() {}

    static Form resize(Resource disk) {
        return Form.of(SIZE)
                .from(disk.raw().only("size"))
                .check((answers, _) -> sizes(Size.disk(disk.raw().word("size")), answers));
    }

    /// That a disk can be made smaller is not documented, and what is stored at its end would be lost.
    private static List<Problem> sizes(Optional<Bytes> now, Json answers) {
        var wanted = Size.disk(answers.word("size"));
        if (now.isEmpty() || wanted.isEmpty()) {
            return List.of();
        }
        int more = wanted.get().compareTo(now.get());
        if (more == 0) {
            return List.of(Problem.of("size", "problem.crusoe.same-size"));
        }
        return more > 0
                ? List.of()
                : List.of(Problem.of("size", "problem.crusoe.smaller").asWarning());
    }
}
