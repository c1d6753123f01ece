/// VMs and what they are made of and after: types with their capacity, images, templates and groups. One file a type;
/// the creation of one VM and of many, attached disks, power and the change of type have files of their own.
package io.pilothouse.provider.crusoe.compute;
