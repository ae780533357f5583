# case: JSON in a heredoc
resource "aws_emr_security_configuration" "main" {
  configuration = <<-JSON
    {
      "EncryptionConfiguration": {
        "AtRestEncryptionConfiguration": {
          "LocalDiskEncryptionConfiguration": {
            "EnableEbsEncryption": true
          }
        }
      }
    }
  JSON
}
