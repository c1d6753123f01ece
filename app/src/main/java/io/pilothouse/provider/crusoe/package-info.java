/// Crusoe Cloud's API v1alpha5 as a description: its 93 operations as types of resource, their actions, forms and plans,
/// one package below for each field: `organisation`, `catalog`, `compute`, `template`, `storage`, `network`; `api` holds
/// what they share. Opens no connection, file or thread; knows `domain`, `cloud` and `provider.reading` only. Made by
/// `app`, asked by everyone through [io.pilothouse.cloud.Provider].
package io.pilothouse.provider.crusoe;
