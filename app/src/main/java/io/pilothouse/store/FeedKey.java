package io.pilothouse.store;

/// What is read in one go: a type of resource in one scope of an account.
///
/// @param scope id of the scope, or empty where the account is the scope
public record FeedKey(String account, String type, String scope) {}
