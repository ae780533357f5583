# case: names of secrets, references, and secrets themselves
variable "password" {}

resource "aws_lambda_function" "orders" {
  environment {
    variables = {
      SECRET_NAME  = "orders/database"
      DB_PASSWORD  = "correct-horse-battery"                         #!
      GITHUB       = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"      #!
      DATABASE_URL = "postgres://shop:tr0ub4dor@db.example.com/shop" #!
      STAGE        = "production"
    }
  }
}
