/// The feeds of an account, kept fresh: [Poller] chooses what to read next ([PollPlan] decides, purely), reads all pages
/// in one go and puts what came into the store and the history. [Health] is how that goes. All of it runs in turn on one
/// [Serial], which the account's commands share.
package io.pilothouse.sync.feed;
