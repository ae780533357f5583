# case: the key of AWS under its alias, written out and looked up
resource "aws_secretsmanager_secret" "alias" {
  kms_key_id = "alias/aws/secretsmanager" #!
}

data "aws_kms_key" "managed" {
  key_id = "alias/aws/secretsmanager"
}

resource "aws_secretsmanager_secret" "looked_up" {
  kms_key_id = data.aws_kms_key.managed.arn #!
}

# case: a key of one's own
resource "aws_kms_key" "own" {}

resource "aws_secretsmanager_secret" "own" {
  kms_key_id = aws_kms_key.own.arn
}

resource "aws_secretsmanager_secret" "own_alias" {
  kms_key_id = "alias/secrets"
}
