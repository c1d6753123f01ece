package io.pilothouse.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.ui.reports.Question.Part;

import org.junit.jupiter.api.Test;

import java.util.List;

class QuestionTest {
    @Test
    void oneValueIsNamedAndSeveralAreCounted() {
        var words =
                Question.words(
                        List.of(
                                new Part("Projects", List.of("research", "serving")),
                                new Part("Region", List.of("us-east1")),
                                new Part("From", List.of("2026-10-23"))));
        assertThat(words).isEqualTo("Projects 2 · Region us-east1 · From 2026-10-23");
    }

    @Test
    void whatWasNotFilledInIsNotMentioned() {
        assertThat(
                        Question.words(
                                List.of(
                                        new Part("Projects", List.of()),
                                        new Part("To", List.of("2026-11-21")))))
                .isEqualTo("To 2026-11-21");
        assertThat(Question.words(List.<Part>of())).isEmpty();
    }

    @Test
    void aValueStaysOnTheLine() {
        assertThat(Question.words(List.of(new Part("Name", List.of("a\nb"))))).doesNotContain("\n");
    }
}
