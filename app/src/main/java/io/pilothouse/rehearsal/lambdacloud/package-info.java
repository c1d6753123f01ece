/// Lambda Cloud, API 1.9.3, re-enacted: the 23 operations on instances, types, images, file systems, SSH keys and
/// firewalls. [LambdaService] is the state, free of HTTP; [LambdaEndpoint] puts it behind authentication, rate limits
/// and faults. Where the documents are silent the stricter reading is taken, and the place says so.
package io.pilothouse.rehearsal.lambdacloud;
