"""Networks: security groups, network ACLs, VPCs, subnets and the ways between them."""
