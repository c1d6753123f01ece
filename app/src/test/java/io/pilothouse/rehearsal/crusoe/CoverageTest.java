package io.pilothouse.rehearsal.crusoe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/// What is served is what the service's own document lists, no less and no more.
final class CoverageTest {
    private SwaggerDocument document;

    @BeforeEach
    void read() throws IOException {
        document = SwaggerDocument.assumed();
    }

    @Test
    void everyOperationOfTheDocumentIsServedAndNoOther() {
        assertThat(document.operations()).hasSize(93);
        assertThat(new CrusoeAccount().service.operations())
                .containsExactlyInAnyOrderElementsOf(document.operations());
    }
}
