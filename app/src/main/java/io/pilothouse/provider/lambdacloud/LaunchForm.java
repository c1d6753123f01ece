package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.cloud.form.NameRange;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is asked before a launch. Type, region and file systems rule each other out: a region needs room for the type
/// and has to be that of every file system; what is ruled out is offered all the same, off and with its reason.
final class LaunchForm {
    static final int NAME_MOST = 64;
    static final int USER_DATA_MOST = 1 << 20;

    /// More than anyone mounts; the API names no limit.
    private static final int FILE_SYSTEMS_MOST = 32;

    private static final int RULESETS_MOST = 32;
    private static final int TAGS_MOST = 64;

    private static final Form MOUNT =
            Form.of(
                    one("file_system_id", FileSystems.TYPE, there(FileSystems.TYPE)),
                    Field.of(
                            "mount_point",
                            new Input.Line("(/home|/lambda/nfs|/data)[/a-zA-Z0-9-]*", 256)));

    private static final Form TAG =
            Form.of(
                    Field.of("key", new Input.Line("[a-z][a-z0-9-:]+", 55)),
                    Field.of("value", Input.Line.upTo(128)).optional());

    static final Form FORM =
            Form.of(
                            Field.of("name", new Input.Name("", NAME_MOST)).optional(),
                            Field.of("count", new Input.Whole(1, NameRange.MOST)).optional(),
                            one("instance_type_name", InstanceTypes.TYPE, LaunchForm::types),
                            Field.of(
                                    "region_name",
                                    Input.Choose.one(
                                            new Choices(Regions.SOURCES, LaunchForm::regions))),
                            one("ssh_key_names", SshKeys.TYPE, (_, known) -> keys(known)),
                            some(
                                    "file_system_names",
                                    FileSystems.TYPE,
                                    FILE_SYSTEMS_MOST,
                                    LaunchForm::fileSystems),
                            Field.of(
                                            "file_system_mounts",
                                            new Input.Records(FILE_SYSTEMS_MOST, MOUNT))
                                    .optional(),
                            Field.of("image", new Input.OneOf(List.of(byFamily(), byId())))
                                    .optional(),
                            some(
                                    "firewall_rulesets",
                                    Rulesets.TYPE,
                                    RULESETS_MOST,
                                    LaunchForm::rulesets),
                            Field.of("hostname", new Input.Name("[a-z0-9][0-9a-z-]{0,62}", 63))
                                    .optional(),
                            Field.of("user_data", new Input.Code("cloud-init", USER_DATA_MOST))
                                    .optional(),
                            Field.of("tags", new Input.Records(TAGS_MOST, TAG)).optional(),
                            Field.of("tag_command", new Input.Toggle()).optional())
                    .from(Json.obj("tag_command", true))
                    .check(LaunchCheck::problems);

    private LaunchForm() {}

    /// Choices of one field, from answers and rows.
    @FunctionalInterface
    private interface Offer {
        List<Choice> of(Json answers, Inventory known);
    }

    private static Field one(String name, String type, Offer offer) {
        return Field.of(name, Input.Choose.one(new Choices(Set.of(type), offer::of)));
    }

    private static Field some(String name, String type, int most, Offer offer) {
        var from = new Choices(Set.of(type), offer::of);
        return Field.of(name, new Input.Choose(0, most, from)).optional();
    }

    private static List<Choice> types(Json answers, Inventory known) {
        return known.of(InstanceTypes.TYPE).stream()
                .filter(r -> r.problem().isEmpty() || r.get(Facts.AVAILABLE_IN).isPresent())
                .map(
                        r ->
                                Choice.of(r.id(), r.name())
                                        .note(r.get(LambdaFacts.TYPE_TEXT).orElse(""))
                                        .price(r.get(Facts.PRICE))
                                        .off(offWhen(free(r).isEmpty(), "off.lambda.sold-out")))
                .toList();
    }

    private static List<Choice> regions(Json answers, Inventory known) {
        var type = type(answers, known);
        var homes = homes(answers, known);
        return Regions.of(known).entrySet().stream()
                .map(r -> Regions.choice(r).off(whyNotIn(r.getKey(), type, homes)))
                .toList();
    }

    private static Optional<String> whyNotIn(
            String region, Optional<Resource> type, List<String> homes) {
        if (!homes.stream().allMatch(region::equals)) {
            return Optional.of("off.lambda.file-system-elsewhere");
        }
        return offWhen(
                type.isPresent() && !free(type.get()).contains(region), "off.lambda.no-capacity");
    }

    private static Optional<Resource> type(Json answers, Inventory known) {
        return answers.text("instance_type_name").flatMap(t -> known.find(InstanceTypes.TYPE, t));
    }

    private static List<String> free(Resource type) {
        return type.get(Facts.AVAILABLE_IN).orElse(List.of());
    }

    private static List<Choice> keys(Inventory known) {
        return known.of(SshKeys.TYPE).stream()
                .filter(r -> r.raw().text("name").isPresent())
                .map(
                        r ->
                                Choice.of(r.name(), r.name())
                                        .note(r.get(LambdaFacts.KEY_TYPE).orElse("")))
                .distinct()
                .toList();
    }

    /// By name, as the API takes them. Two of one name in two regions are one choice, on where either is.
    private static List<Choice> fileSystems(Json answers, Inventory known) {
        var regions = new LinkedHashMap<String, Set<String>>();
        for (var row : known.of(FileSystems.TYPE)) {
            if (row.raw().text("name").isPresent()) {
                regions.computeIfAbsent(row.name(), _ -> new LinkedHashSet<>())
                        .add(row.get(Facts.REGION).orElse(""));
            }
        }
        return regions.entrySet().stream()
                .map(
                        e ->
                                Choice.of(e.getKey(), e.getKey())
                                        .note(String.join(", ", e.getValue()))
                                        .off(offElsewhere(answers, e.getValue())))
                .toList();
    }

    private static List<Choice> rulesets(Json answers, Inventory known) {
        return known.of(Rulesets.TYPE).stream()
                .filter(r -> r.get(Facts.REGION).isPresent())
                .map(r -> choice(r, Resource::id).off(offElsewhere(answers, Set.of(region(r)))))
                .toList();
    }

    /// @param regions where it is; none, because they are not known, rule out nothing
    private static Optional<String> offElsewhere(Json answers, Set<String> regions) {
        var region = answers.text("region_name");
        return offWhen(
                region.isPresent() && !regions.isEmpty() && !regions.contains(region.get()),
                "off.lambda.other-region");
    }

    /// A newest image of a family is what most want; on where the family has an image in the region.
    private static Form byFamily() {
        return Form.of(one("family", Images.TYPE, LaunchForm::families));
    }

    private static List<Choice> families(Json answers, Inventory known) {
        var regions = new LinkedHashMap<String, Set<String>>();
        for (var image : known.of(Images.TYPE)) {
            image.get(LambdaFacts.FAMILY)
                    .ifPresent(
                            family ->
                                    regions.computeIfAbsent(family, _ -> new LinkedHashSet<>())
                                            .addAll(image.get(Facts.REGION).stream().toList()));
        }
        return regions.entrySet().stream()
                .map(
                        e ->
                                Choice.of(e.getKey(), e.getKey())
                                        .off(offElsewhere(answers, e.getValue())))
                .toList();
    }

    private static Form byId() {
        return Form.of(one("id", Images.TYPE, there(Images.TYPE)));
    }

    /// Rows of a type by id; those of another region than the chosen one are off.
    private static Offer there(String type) {
        return (answers, known) ->
                known.of(type).stream()
                        .map(
                                r ->
                                        choice(r, Resource::id)
                                                .off(
                                                        offElsewhere(
                                                                answers,
                                                                r.get(Facts.REGION).stream()
                                                                        .collect(
                                                                                Collectors
                                                                                        .toSet()))))
                        .toList();
    }

    private static Choice choice(Resource row, Function<Resource, String> value) {
        return Choice.of(value.apply(row), row.name()).note(region(row));
    }

    /// Regions of the file systems that are chosen, by name or by mount; one of an unknown region rules out nothing.
    static List<String> homes(Json answers, Inventory known) {
        var rows = known.of(FileSystems.TYPE);
        var chosen = answers.text("region_name");
        var homes = new LinkedHashSet<String>();
        for (var name : answers.texts("file_system_names")) {
            var there =
                    rows.stream()
                            .filter(r -> r.name().equals(name))
                            .flatMap(r -> r.get(Facts.REGION).stream())
                            .toList();
            // of two with one name, the one in the chosen region is meant
            chosen.filter(there::contains)
                    .or(() -> there.stream().findFirst())
                    .ifPresent(homes::add);
        }
        for (var mount : answers.list("file_system_mounts")) {
            rows.stream()
                    .filter(r -> r.id().equals(mount.word("file_system_id")))
                    .flatMap(r -> r.get(Facts.REGION).stream())
                    .forEach(homes::add);
        }
        return List.copyOf(homes);
    }

    static String region(Resource row) {
        return row.get(Facts.REGION).orElse("");
    }

    private static Optional<String> offWhen(boolean holds, String why) {
        return holds ? Optional.of(why) : Optional.empty();
    }
}
