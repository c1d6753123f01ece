package io.pilothouse.settings;

import io.pilothouse.domain.Json;
import io.pilothouse.settings.Settings.Theme;
import io.pilothouse.settings.Settings.WindowPlace;
import io.pilothouse.settings.TableLayout.Column;
import io.pilothouse.settings.TableLayout.Sort;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// Settings from and to JSON. Reading takes what makes sense and the default for what does not; writing changes only
/// what it knows.
final class SettingsJson {
    private SettingsJson() {}

    static Settings read(Json json) {
        return new Settings(
                window(json.at("window")),
                theme(json.word("theme")),
                json.whole("zoom")
                        .map(z -> Math.clamp(z, Settings.LEAST_ZOOM, Settings.MOST_ZOOM))
                        .orElse(Settings.DEFAULT.zoom()),
                json.text("screen"),
                json.text("scope"),
                json.texts("accounts"),
                members(json.at("tables"), SettingsJson::table),
                members(json.at("panes"), SettingsJson::size),
                json.whole("grace")
                        .map(s -> Math.clamp(s, Settings.LEAST_GRACE, Settings.MOST_GRACE))
                        .orElse(Settings.DEFAULT.grace()),
                json.list("recents").stream().flatMap(SettingsJson::text).toList(),
                members(json.at("choices"), Json::text),
                json.list("presets").stream().flatMap(SettingsJson::preset).toList());
    }

    private static Stream<Preset> preset(Json json) {
        var name = json.text("name");
        var action = json.text("action");
        return name.isPresent() && action.isPresent() && json.at("answers") instanceof Json.Obj
                ? Stream.of(
                        new Preset(
                                name.get(),
                                action.get(),
                                json.word("account"),
                                json.word("scope"),
                                json.at("answers")))
                : Stream.empty();
    }

    private static Json preset(Preset preset) {
        return Json.obj(
                "name", preset.name(),
                "action", preset.action(),
                "account", preset.account(),
                "scope", preset.scope(),
                "answers", preset.answers());
    }

    private static Stream<String> text(Json json) {
        return json instanceof Json.Text(var text) ? Stream.of(text) : Stream.empty();
    }

    private static Optional<WindowPlace> window(Json json) {
        var x = number(json.at("x"));
        var y = number(json.at("y"));
        var width = size(json.at("width"));
        var height = size(json.at("height"));
        return x.isPresent() && y.isPresent() && width.isPresent() && height.isPresent()
                ? Optional.of(
                        new WindowPlace(
                                x.get(),
                                y.get(),
                                width.get(),
                                height.get(),
                                json.isTrue("maximised")))
                : Optional.empty();
    }

    private static Theme theme(String word) {
        return Arrays.stream(Theme.values())
                .filter(t -> word(t).equals(word))
                .findFirst()
                .orElse(Settings.DEFAULT.theme());
    }

    private static String word(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<TableLayout> table(Json json) {
        var columns = json.list("columns").stream().flatMap(c -> column(c).stream()).toList();
        var sort = json.list("sort").stream().flatMap(s -> sort(s).stream()).toList();
        return columns.isEmpty() && sort.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableLayout(columns, sort));
    }

    private static Optional<Column> column(Json json) {
        // the older member `width` held what the program gave too
        double width = size(json.at("chosen-width")).orElse(0.0);
        return json.text("id").map(id -> new Column(id, width, json.isTrue("hidden")));
    }

    private static Optional<Sort> sort(Json json) {
        return json.text("column").map(c -> new Sort(c, json.isTrue("ascending")));
    }

    private static <T> Map<String, T> members(Json json, Function<Json, Optional<T>> read) {
        var found = new LinkedHashMap<String, T>();
        json.fields().forEach((id, value) -> read.apply(value).ifPresent(v -> found.put(id, v)));
        return found;
    }

    private static Optional<Double> number(Json json) {
        return json instanceof Json.Num(var n)
                ? Optional.of(n.doubleValue()).filter(Double::isFinite)
                : Optional.empty();
    }

    private static Optional<Double> size(Json json) {
        return number(json).filter(n -> n >= 0);
    }

    /// @param before what stands in the file
    static Json write(Settings settings, Json before) {
        var json = object(before);
        json =
                json.with(
                        "window",
                        settings.window().map(w -> window(w, object(before.at("window")))));
        json = json.with("theme", word(settings.theme()));
        json = json.with("zoom", settings.zoom());
        json = json.with("screen", settings.screen());
        json = json.with("scope", settings.scope());
        json = json.with("accounts", settings.accounts());
        json = json.with("grace", settings.grace());
        json = json.with("recents", settings.recents());
        json = json.with("presets", settings.presets().stream().map(SettingsJson::preset).toList());
        json =
                json.with(
                        "tables",
                        members(
                                before.at("tables"),
                                settings.tables(),
                                SettingsJson::table,
                                SettingsJson::table));
        json =
                json.with(
                        "panes",
                        members(
                                before.at("panes"),
                                settings.panes(),
                                SettingsJson::size,
                                (size, _) -> of(size)));
        return json.with(
                "choices",
                members(
                        before.at("choices"),
                        settings.choices(),
                        Json::text,
                        (choice, _) -> Json.of(choice)));
    }

    private static Json window(WindowPlace place, Json before) {
        return before.with("x", of(place.x()))
                .with("y", of(place.y()))
                .with("width", of(place.width()))
                .with("height", of(place.height()))
                .with("maximised", place.maximised());
    }

    private static Json table(TableLayout layout, Json before) {
        return before.with("columns", layout.columns().stream().map(SettingsJson::column).toList())
                .with("sort", layout.sort().stream().map(SettingsJson::sort).toList());
    }

    private static Json column(Column column) {
        var json = Json.obj("id", column.id(), "hidden", column.hidden());
        return column.width() > 0 ? json.with("chosen-width", of(column.width())) : json;
    }

    private static Json sort(Sort sort) {
        return Json.obj("column", sort.column(), "ascending", sort.ascending());
    }

    /// Members that could be read and are gone are taken out; others, which may be a later version's, stay.
    private static <T> Json members(
            Json before,
            Map<String, T> now,
            Function<Json, Optional<T>> read,
            BiFunction<T, Json, Json> write) {
        var json = object(before);
        for (var old : before.fields().entrySet()) {
            if (!now.containsKey(old.getKey()) && read.apply(old.getValue()).isPresent()) {
                json = json.with(old.getKey(), Json.absent());
            }
        }
        for (var member : now.entrySet()) {
            json =
                    json.with(
                            member.getKey(),
                            write.apply(member.getValue(), object(json.at(member.getKey()))));
        }
        return json;
    }

    private static Json object(Json json) {
        return json instanceof Json.Obj ? json : Json.obj();
    }

    /// 240 and not 240.0; nothing for what is no number, as the place of a window that was never shown.
    private static Json of(double number) {
        return Double.isFinite(number)
                ? new Json.Num(
                        new BigDecimal(
                                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()))
                : Json.absent();
    }
}
