# case: a filter that counts much else as well is of no use
resource "aws_cloudwatch_log_metric_filter" "login" { #!
  name    = "login"
  pattern = "{ $.eventName = ConsoleLogin || $.errorMessage = \"Failed authentication\" }"
}

resource "aws_cloudwatch_metric_alarm" "login" {
  metric_name = aws_cloudwatch_log_metric_filter.login.name
}

# case: a filter without an alarm
resource "aws_cloudwatch_log_metric_filter" "login" { #!
  name    = "login"
  pattern = "{ $.eventName = ConsoleLogin && $.errorMessage = \"Failed authentication\" }"
}

# case: the metric has a name of its own
resource "aws_cloudwatch_log_metric_filter" "login" {
  name    = "login"
  pattern = "{ ($.eventName = \"ConsoleLogin\") && ($.errorMessage = \"Failed*\") }"

  metric_transformation {
    name = "LoginFailures"
  }
}

resource "aws_cloudwatch_metric_alarm" "login" {
  metric_name = "LoginFailures"
}

# case: the account is not watched from here
provider "aws" {
  region = "eu-west-1"
}
