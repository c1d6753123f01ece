package io.pilothouse.provider;

import io.pilothouse.domain.Json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Changes JSON: at one place, or at random from a seed.
public final class Mutations {
    static final List<Json> STRANGERS =
            List.of(
                    new Json.Text("x"),
                    new Json.Text(""),
                    new Json.Text("\u202e\u0000\uD83D\uDE80"),
                    new Json.Num(new BigDecimal("-1")),
                    new Json.Num(new BigDecimal("1e999999999")),
                    new Json.Num(new BigDecimal("0.5")),
                    new Json.Bool(true),
                    Json.absent(),
                    new Json.Arr(List.of()),
                    new Json.Arr(List.of(new Json.Text("x"), Json.absent())),
                    Json.obj(),
                    Json.obj("x", 1));

    private Mutations() {}

    /// The places of all values below this one: names and indices.
    public static List<List<String>> places(Json json) {
        var found = new ArrayList<List<String>>();
        switch (json) {
            case Json.Obj(var fields) -> fields.forEach((name, value) -> below(name, value, found));
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    below(String.valueOf(i), items.get(i), found);
                }
            }
            default -> {}
        }
        return found;
    }

    private static void below(String name, Json value, List<List<String>> found) {
        found.add(List.of(name));
        for (var place : places(value)) {
            var longer = new ArrayList<>(List.of(name));
            longer.addAll(place);
            found.add(List.copyOf(longer));
        }
    }

    public static Json at(Json json, List<String> place) {
        var here = json;
        for (var name : place) {
            here =
                    here instanceof Json.Arr(var items)
                            ? items.get(Integer.parseInt(name))
                            : here.at(name);
        }
        return here;
    }

    public static Json change(Json json, List<String> place, UnaryOperator<Json> how) {
        if (place.isEmpty()) {
            return how.apply(json);
        }
        var rest = place.subList(1, place.size());
        if (json instanceof Json.Arr(var items)) {
            var copy = new ArrayList<>(items);
            int i = Integer.parseInt(place.getFirst());
            copy.set(i, change(items.get(i), rest, how));
            return new Json.Arr(List.copyOf(copy));
        }
        return json.with(place.getFirst(), change(json.at(place.getFirst()), rest, how));
    }

    /// What is never right where this value was.
    public static Json ofAnotherType(Json json) {
        return switch (json) {
            case Json.Text _, Json.Hidden _, Json.Arr _ -> Json.obj("x", 1);
            default -> new Json.Text("x");
        };
    }

    /// A few random places below `data` changed to something else, taken away or doubled.
    public static Json random(Json data, SplittableRandom random) {
        var now = data;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            var places = places(now);
            if (places.isEmpty()) {
                return now;
            }
            var place = places.get(random.nextInt(places.size()));
            var stranger = STRANGERS.get(random.nextInt(STRANGERS.size()));
            now = change(now, place, old -> random.nextInt(5) == 0 ? twice(old) : stranger);
        }
        return now;
    }

    private static Json twice(Json json) {
        return new Json.Arr(List.of(json, json));
    }

    /// Characters changed, cut and put in.
    public static String random(String text, SplittableRandom random) {
        var out = new StringBuilder(text);
        for (int i = 1 + random.nextInt(6); i > 0 && !out.isEmpty(); i--) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(4)) {
                case 0 -> out.setCharAt(at, (char) random.nextInt(0x20, 0x7f));
                case 1 -> out.deleteCharAt(at);
                case 2 -> out.insert(at, "[]{},:\"\\0e-\uD800".charAt(random.nextInt(13)));
                default -> out.setLength(at);
            }
        }
        return out.toString();
    }
}
