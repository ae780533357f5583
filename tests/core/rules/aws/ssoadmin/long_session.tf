# case: other ways to say an hour, and longer
resource "aws_ssoadmin_permission_set" "unsaid" {
  name = "unsaid"
}

resource "aws_ssoadmin_permission_set" "minutes" {
  name             = "minutes"
  session_duration = "PT60M"
}

resource "aws_ssoadmin_permission_set" "more" {
  name             = "more"
  session_duration = "PT1H1S" #!
}
