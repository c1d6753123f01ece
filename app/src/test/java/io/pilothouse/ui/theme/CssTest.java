package io.pilothouse.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

class CssTest {
    private static final Pattern OWN_CLASS = Pattern.compile("\\.(ph-[a-z0-9-]+)");
    private static final Pattern DEFINITION = Pattern.compile("(-ph-[a-z0-9-]+):");
    private static final Pattern USE = Pattern.compile("[ ,:(](-ph-[a-z0-9-]+)(?!-|:|[a-z0-9])");

    @Test
    void everyConstantHasARuleAndEveryRuleAConstant() throws Exception {
        var ruled = new TreeSet<String>();
        for (var sheet : Theme.SHEETS) {
            var selectors = read(sheet).replaceAll("\\{[^}]*}", "{}");
            OWN_CLASS.matcher(selectors).results().forEach(m -> ruled.add(m.group(1)));
        }
        var named = new TreeSet<String>();
        for (var field : Css.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())
                    && field.get(null) instanceof String name
                    && name.startsWith("ph-")) {
                named.add(name);
            }
        }
        assertThat(named).isEqualTo(ruled);
    }

    @Test
    void everyVariableUsedIsAToken() throws IOException {
        var defined = found(DEFINITION, light());
        for (var sheet : Theme.SHEETS) {
            assertThat(defined).as(sheet).containsAll(found(USE, read(sheet)));
        }
    }

    @Test
    void darkChangesOnlyWhatLightDefines() throws IOException {
        var dark = read("tokens.css").substring(light().length());
        assertThat(found(DEFINITION, dark)).isNotEmpty();
        assertThat(found(DEFINITION, light())).containsAll(found(DEFINITION, dark));
    }

    private static String light() throws IOException {
        var tokens = read("tokens.css");
        return tokens.substring(0, tokens.indexOf(".root.dark"));
    }

    private static Set<String> found(Pattern pattern, String css) {
        var found = new TreeSet<String>();
        pattern.matcher(css).results().forEach(m -> found.add(m.group(1)));
        return found;
    }

    private static String read(String sheet) throws IOException {
        try (var in = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet), sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)/\\*.*?\\*/", "");
        }
    }
}
