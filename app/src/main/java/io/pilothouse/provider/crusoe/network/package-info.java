/// VPC networks and their subnets, firewall rules, load balancers, and InfiniBand networks with their partitions.
package io.pilothouse.provider.crusoe.network;
