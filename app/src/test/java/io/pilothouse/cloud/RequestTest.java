package io.pilothouse.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;

import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class RequestTest {
    @Test
    void valuesStandForNamesInOrder() {
        var request = Request.of("DELETE", "/a/{id}/b/{other}", "1", "$2\\{id}");
        assertThat(request.path(v -> v)).isEqualTo("/a/1/b/$2\\{id}");
        assertThat(request.path(v -> URLEncoder.encode(v, StandardCharsets.UTF_8)))
                .isEqualTo("/a/1/b/%242%5C%7Bid%7D");
        assertThat(Request.get("/a").path(v -> v)).isEqualTo("/a");
    }

    @Test
    void asManyValuesAsNamesAreNeeded() {
        assertThatThrownBy(() -> Request.get("/a/{id}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Request.get("/a", "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalRequestsAreOne() {
        var one =
                Request.get("/a")
                        .query("q", Optional.of("1"))
                        .header("x", "y")
                        .json(Json.obj("a", 1));
        var other =
                Request.get("/a")
                        .header("x", "y")
                        .query("q", Optional.of("1"))
                        .json(Json.obj("a", 1));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(other.query("q", Optional.of("2")));
        assertThat(one.query("none", Optional.empty())).isEqualTo(one);
    }

    @Test
    void aRequestIsNotChangedFromOutside() {
        var query = new ArrayList<Map.Entry<String, String>>();
        var request =
                new Request(
                        "GET", "/a", List.of(), query, new java.util.TreeMap<>(), Json.absent());
        query.add(Map.entry("a", "b"));
        assertThat(request.query()).isEmpty();
    }

    @Test
    void aReadMayBeRepeatedAndAWriteNever() {
        assertThat(ApiCall.read(Request.get("/a")).repeatable()).isTrue();
        var write = ApiCall.write(Request.of("POST", "/a")).under("launch").as(Json::isAbsent);
        assertThat(write.repeatable()).isFalse();
        assertThat(write.budgets()).containsExactly("launch");
        assertThat(write.decode().apply(new Answer(200, Map.of(), Json.absent(), 0))).isTrue();
    }

    @Test
    void rowsWithoutAnIdOrWithOneTwiceGetAPlaceOfTheirOwn() {
        var items = Stream.of("a", "", "a", "").map(id -> Json.obj("id", id, "name", "n")).toList();
        var rows =
                Page.of("t", items, j -> Resource.of("t", j.word("id"), "n", Status.NONE, j))
                        .rows();
        assertThat(rows).extracting(Resource::id).containsExactly("a", "?2", "a?3", "?4");
        assertThat(rows)
                .extracting(r -> r.problem().isPresent())
                .containsExactly(false, true, true, true);
    }

    @Test
    void afterWhichFailuresSomethingMayHaveBeenDone() {
        assertThat(new CloudException.Unanswered("cut", false).certainlyNotDone()).isFalse();
        assertThat(new CloudException.Failing(502, Refusal.NONE).certainlyNotDone()).isFalse();
        assertThat(new CloudException.Unreadable(200, "html").certainlyNotDone()).isFalse();
        assertThat(new CloudException.Unreadable(200, "html").certainlyDone()).isTrue();
        assertThat(new CloudException.Unreadable(302, "html").certainlyDone()).isFalse();
        assertThat(new CloudException.Throttled(Optional.empty()).certainlyNotDone()).isTrue();
        assertThat(new CloudException.ReadOnly().certainlyNotDone()).isTrue();
    }
}
