# case: named accounts
resource "aws_db_snapshot" "release" {
  shared_accounts = ["111122223333"]
}

# case: everyone beside a named account
resource "aws_db_snapshot_copy" "release" {
  shared_accounts = [
    "111122223333",
    "all", #!
  ]
}
