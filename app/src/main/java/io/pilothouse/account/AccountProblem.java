package io.pilothouse.account;

import io.pilothouse.domain.Notice;

import java.util.Optional;

/// What is wrong in `accounts.json`, and where.
///
/// @param account id, or empty where there is none or it concerns the whole file
/// @param field path inside the account, such as `credentials/api-key`; `""` where it is none in particular
/// @param line from 1; 0 where not known
/// @param column from 1; 0 where not known
/// @param warning the account is used all the same
public record AccountProblem(
        Optional<String> account,
        String field,
        int line,
        int column,
        Notice notice,
        boolean warning) {
    static AccountProblem ofFile(Notice notice) {
        return new AccountProblem(Optional.empty(), "", 0, 0, notice, false);
    }
}
