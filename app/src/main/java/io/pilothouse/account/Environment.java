package io.pilothouse.account;

import io.pilothouse.cloud.CloudException.MissingKey.Looked;

import java.util.Map;
import java.util.Optional;

/// Where the variables of `env` are read, and what a `command` sees.
public interface Environment {
    /// Empty where it is not set. May block, for at most a few seconds and only the first time.
    Optional<String> get(String name);

    /// All variables, for a program that is started.
    Map<String, String> all();

    /// Where [#get] looks.
    Looked looked();

    /// A fixed one.
    static Environment of(Map<String, String> variables) {
        return new Environment() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(variables.get(name));
            }

            @Override
            public Map<String, String> all() {
                return variables;
            }

            @Override
            public Looked looked() {
                return Looked.PROCESS;
            }
        };
    }
}
