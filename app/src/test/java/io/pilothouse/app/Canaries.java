package io.pilothouse.app;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for secrets in texts in every form in which one could stand there.
final class Canaries {
    private Canaries() {}

    /// One line for each find: which text, which form.
    static List<String> found(Collection<String> secrets, Map<String, String> texts) {
        var found = new ArrayList<String>();
        for (var secret : secrets) {
            for (var form : forms(secret)) {
                texts.forEach(
                        (name, text) -> {
                            int at = text.indexOf(form);
                            if (at >= 0) {
                                found.add(
                                        name
                                                + " has "
                                                + form
                                                + " in "
                                                + text.substring(Math.max(0, at - 150), at));
                            }
                        });
            }
        }
        return found;
    }

    private static Set<String> forms(String secret) {
        var forms = new LinkedHashSet<String>();
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        var escaped = JsonText.revealed(Json.of(secret));
        forms.add(escaped.substring(1, escaped.length() - 1));
        forms.add(escaped.substring(1, escaped.length() - 1).replace("/", "\\/"));
        // wherever it begins in what was encoded; at both ends bits of its neighbours are mixed in
        for (int before = 0; secret.length() > 8 && before < 3; before++) {
            var bytes = ("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
            var base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            var sure = base64.substring(before == 0 ? 0 : before + 1, base64.length() - 2);
            forms.add(sure);
            forms.add(sure.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }
}
