# case: a plain parameter whose text is a secret by its form
resource "aws_ssm_parameter" "form" {
  name  = "/app/url"
  type  = "String"
  value = "postgres://app:hunter2hunter2@db.example.com/app" #!
}

# case: no secrets: an address, a placeholder, a reference
resource "aws_ssm_parameter" "plain" {
  name  = "/app/host"
  type  = "String"
  value = "db.example.com"
}

resource "aws_ssm_parameter" "placeholder" {
  name  = "/app/token"
  type  = "SecureString"
  value = "your_token_here"
}

resource "random_password" "db" {
  length = 32
}

resource "aws_ssm_parameter" "generated" {
  name  = "/app/password"
  type  = "SecureString"
  value = random_password.db.result #?
}
