/// What can be had: types of VM, images, and the capacity of each place.
package io.pilothouse.provider.crusoe.catalog;
