/// What every provider's tests have in common: [ProviderContract], which a provider's test class joins, and what it
/// stands on: sample answers, mutations of them, the provider's words, and the API's own OpenAPI document where it is
/// at hand.
package io.pilothouse.provider;
