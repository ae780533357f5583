# case: TLS unless somebody says otherwise
resource "aws_msk_cluster" "events" {
  cluster_name = "events"
}

# case: between the brokers
resource "aws_msk_cluster" "events" {
  encryption_info {
    encryption_in_transit {
      in_cluster = false #!
    }
  }
}
