package io.pilothouse.sync;

import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.text.Written;

import java.util.List;
import java.util.Set;

/// Do two plans do the same? Their calls are compared as they would leave, in their order, and the rows they are for;
/// only secrets may differ, of which the one made after a restart knows none.
record SamePlan(Set<String> secretNames) {
    boolean isOf(List<Step> asked, List<Step> now) {
        return deeds(asked).equals(deeds(now));
    }

    private record Deed(Request request, List<Resource.Ref> targets, String label) {}

    private List<Deed> deeds(List<Step> steps) {
        return steps.stream().map(this::deed).toList();
    }

    private Deed deed(Step step) {
        var request = step.call().request();
        var known = Written.withoutHidden(JsonText.hidden(request.body(), secretNames::contains));
        return new Deed(
                request.json(known),
                step.targets().stream().map(Resource::ref).toList(),
                step.label());
    }
}
