package io.pilothouse.cloud;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;

import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// One vendor, as a pure description: it never opens a connection, a file or a thread. Words: `provider.<id>`.
public interface Provider {
    /// As `accounts.json` names it.
    String id();

    /// Default base URL, ending before the provider's own paths, without a trailing slash.
    String endpoint();

    /// The credential fields; a [Input.Hidden] one is a secret.
    Form credentials();

    Auth auth();

    /// By name; [ApiCall#ALL] counts every call.
    Map<String, Budget> budgets();

    /// JSON names whose values are secrets, wherever they stand in an answer or a body.
    Set<String> secrets();

    /// Reads the body of an answer that is not 2xx.
    Refusal refusal(int status, Json body);

    /// What to ask when connecting: the first call is the *who am I*. The answers go into [#cloud] and are kept for the
    /// next start.
    SequencedMap<String, ApiCall<Json>> discover(Json options);

    /// What this account offers, from what the service said of itself and the account's own options. Before the first
    /// answer it describes what is certain.
    Cloud cloud(Map<String, Json> discovered, Json options);
}
