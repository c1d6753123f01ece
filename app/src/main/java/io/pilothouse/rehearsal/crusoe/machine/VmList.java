package io.pilothouse.rehearsal.crusoe.machine;

import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The part of the VMs that a query asks for. Filters are lists with commas; a token is the VM a page begins with or
/// ends before, and no token is an empty text.
public record VmList(List<Vm> page, String next, String previous) {
    /// How many a page has of itself, and at most: assumptions.
    private static final int USUAL = 100;

    public static VmList of(List<Vm> all, Query query) {
        var rows =
                all.stream()
                        .filter(vm -> passes(query.texts("ids"), vm.id()))
                        .filter(vm -> passes(query.texts("names"), vm.name()))
                        .filter(vm -> passes(query.texts("types"), vm.type().name()))
                        .filter(vm -> passes(query.texts("locations"), vm.location()))
                        .filter(vm -> passes(states(query), vm.state().word()))
                        .sorted(order(query))
                        .toList();
        var limit = limit(query);
        var next = query.text("next_token");
        var previous = query.text("prev_token");
        if (next.isPresent() && previous.isPresent()) {
            throw CrusoeError.badRequest("Give either next_token or prev_token.");
        }
        int end =
                previous.map(token -> place(rows, token, "prev_token"))
                        .orElseGet(() -> rows.size());
        int begin =
                previous.isPresent()
                        ? Math.max(0, end - limit)
                        : next.map(token -> place(rows, token, "next_token")).orElse(0);
        end = Math.min(end, begin + limit);
        return new VmList(
                rows.subList(begin, end),
                end < rows.size() ? token(rows.get(end)) : "",
                begin > 0 ? token(rows.get(begin)) : "");
    }

    private static boolean passes(List<String> wanted, String word) {
        return wanted.isEmpty() || wanted.contains(word);
    }

    private static List<String> states(Query query) {
        var known = List.of(VmState.values()).stream().map(VmState::word).toList();
        var states = query.texts("states");
        if (!known.containsAll(states)) {
            throw CrusoeError.badRequest("states holds a word that is no state: " + states + ".");
        }
        return states;
    }

    /// The document shows `name`; `created_at` and the minus for the other way round are assumptions.
    private static Comparator<Vm> order(Query query) {
        var sort = query.text("sort").orElse("created_at");
        Comparator<Vm> order =
                switch (sort.replaceFirst("^-", "")) {
                    case "name" -> Comparator.comparing(Vm::name);
                    case "created_at" -> Comparator.comparing(Vm::created);
                    default -> throw CrusoeError.badRequest("sort must be name or created_at.");
                };
        return (sort.startsWith("-") ? order.reversed() : order).thenComparing(Vm::id);
    }

    private static int limit(Query query) {
        var text = query.text("limit");
        if (text.isEmpty()) {
            return USUAL;
        }
        if (!text.get().matches("[1-9]\\d{0,3}")) {
            throw CrusoeError.badRequest("limit must be a whole number of at least 1.");
        }
        return Math.min(USUAL, Integer.parseInt(text.get()));
    }

    private static String token(Vm vm) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vm.id().getBytes(StandardCharsets.UTF_8));
    }

    /// A token of a VM that has gone since is no good any more.
    private static int place(List<Vm> rows, String token, String name) {
        return found(rows, token)
                .orElseThrow(() -> CrusoeError.badRequest(name + " is not a page's token."));
    }

    private static Optional<Integer> found(List<Vm> rows, String token) {
        return IntStream.range(0, rows.size())
                .filter(i -> token(rows.get(i)).equals(token))
                .boxed()
                .findFirst();
    }
}
