/// Networks: VPC networks with subnets, firewall rules and load balancers, and Infiniband networks with partitions.
package io.pilothouse.rehearsal.crusoe.network;
