package io.pilothouse.ui.reports;

import io.pilothouse.cloud.Report;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One report of one account, and in it of one scope where the report has some.
record Source(Connection connection, Report report, Optional<Resource> scope) {
    /// All that can be asked, account by account. A report whose scopes are not known yet is left out.
    static List<Source> of(List<Connection> connections) {
        var all = new ArrayList<Source>();
        for (var connection : connections) {
            for (var report : connection.cloud().reports()) {
                if (report.scope().isEmpty()) {
                    all.add(new Source(connection, report, Optional.empty()));
                } else {
                    connection.inventory().of(report.scope().get()).stream()
                            .map(s -> new Source(connection, report, Optional.of(s)))
                            .forEach(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    /// Names it for as long as it is there, whatever is read anew of its scope.
    String key() {
        return String.join(
                "/", connection.account().id(), report.id(), scope.map(Resource::id).orElse(""));
    }

    Inventory known() {
        var all = connection.inventory();
        return scope.map(s -> all.within(s.ref())).orElse(all);
    }

    /// What those of them are called that are known.
    Map<Link, String> names(Set<Link> links) {
        var inventory = connection.inventory();
        var names = new HashMap<Link, String>();
        for (var link : links) {
            inventory.find(link.type(), link.key()).ifPresent(row -> names.put(link, row.name()));
        }
        return Map.copyOf(names);
    }

    String words() {
        return Stream.of(
                        Optional.of(Words.of("report." + report.id())),
                        Optional.of(connection.account().name()),
                        scope.map(Resource::name))
                .flatMap(Optional::stream)
                .map(Formats::oneLine)
                .collect(Collectors.joining(" · "));
    }
}
