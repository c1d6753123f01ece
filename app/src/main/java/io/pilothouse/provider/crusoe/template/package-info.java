/// Templates that VMs are made after, many at once, and the groups they belong to.
package io.pilothouse.provider.crusoe.template;
