package io.pilothouse.provider.crusoe.api;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// Choices that several forms offer. What does not fit the other answers is offered all the same, off and with its
/// reason.
public final class Choose {
    /// Enough for a name or a text of one line; the API names no limits.
    public static final int NAME_MOST = 255;

    private static final String ELSEWHERE = "off.crusoe.other-location";

    private Choose() {}

    public static Field name(String field) {
        return Field.of(field, Input.Line.upTo(NAME_MOST));
    }

    /// One of the rows of a type.
    public static Field one(
            String field, String type, BiFunction<Json, Inventory, List<Choice>> choices) {
        return Field.of(field, Input.Choose.one(new Choices(Set.of(type), choices)));
    }

    /// All locations, with no regard to what there is room for.
    public static Field location(String field) {
        return one(
                field,
                Types.LOCATION,
                (_, known) ->
                        known.of(Types.LOCATION).stream()
                                .map(r -> Choice.of(r.id(), r.name()))
                                .toList());
    }

    /// One of the rows of a type by id, off where it is in another location than the one answered.
    ///
    /// @param at the location that is answered, or `""`
    public static Field row(String field, String type, Function<Json, String> at) {
        return one(
                field,
                type,
                (answers, known) ->
                        known.of(type).stream()
                                .map(
                                        r ->
                                                byId(r, known)
                                                        .off(
                                                                elsewhere(
                                                                        at.apply(answers),
                                                                        place(r, known))))
                                .toList());
    }

    private static Choice byId(Resource row, Inventory known) {
        return Choice.of(row.id(), row.name()).note(place(row, known));
    }

    /// Where it is, or else where the network is that it is a part of; `""` where neither says it.
    public static String place(Resource row, Inventory known) {
        return row.get(Facts.REGION)
                .or(
                        () ->
                                row.get(Facts.NETWORK)
                                        .flatMap(n -> known.find(n.type(), n.key()))
                                        .flatMap(n -> n.get(Facts.REGION)))
                .orElse("");
    }

    private static Optional<String> elsewhere(String location, String place) {
        return fits(location, place) ? Optional.empty() : Optional.of(ELSEWHERE);
    }

    /// Is that place this location, or a region it lies in (`us-east1` of `us-east1-a`)? What is not said fits.
    public static boolean fits(String location, String place) {
        return location.isEmpty()
                || place.isEmpty()
                || location.equals(place)
                || location.startsWith(place + "-");
    }

    /// A registered key, by the key itself: that is what the calls take.
    public static Field sshKey() {
        return one(
                "ssh_public_key",
                Types.SSH_KEY,
                (_, known) ->
                        known.of(Types.SSH_KEY).stream()
                                .flatMap(Choose::publicKey)
                                .distinct()
                                .toList());
    }

    private static Stream<Choice> publicKey(Resource row) {
        return row.get(CrusoeFacts.PUBLIC_KEY).stream()
                .map(
                        key ->
                                Choice.of(key, row.name())
                                        .note(row.get(CrusoeFacts.FINGERPRINT).orElse("")));
    }
}
