/// Lambda Cloud's API (1.8.0, and 1.9.3 where it says more) as a description: its 23 operations as six types of
/// resource, their actions, forms and plans. One file a type, the launch in three. Opens no connection, file or thread;
/// knows `domain`, `cloud` and `provider.reading` only. Made by `app`, asked by everyone through
/// [io.pilothouse.cloud.Provider].
package io.pilothouse.provider.lambdacloud;
