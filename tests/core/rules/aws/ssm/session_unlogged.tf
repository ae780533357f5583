# case: YAML, logged into a bucket without encryption
resource "aws_ssm_document" "session" {
  name            = "SSM-SessionManagerRunShell"
  document_type   = "Session"
  document_format = "YAML"
  content         = yamlencode({ inputs = { s3BucketName = "logs", s3EncryptionEnabled = false } }) #!
}

# case: other documents have no sessions
resource "aws_ssm_document" "command" {
  name          = "disk"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })
}

# case: a key that only AWS knows
resource "aws_kms_key" "sessions" {}

resource "aws_ssm_document" "key" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    inputs = {
      cloudWatchLogGroupName      = "sessions"
      cloudWatchEncryptionEnabled = true
      kmsKeyId                    = aws_kms_key.sessions.arn
    }
  })
}
