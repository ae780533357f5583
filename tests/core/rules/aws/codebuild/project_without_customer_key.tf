# case: nothing to encrypt
resource "aws_codebuild_project" "tests" {
  artifacts {
    type = "NO_ARTIFACTS"
  }
}

# case: the key of AWS, looked up
data "aws_kms_alias" "s3" {
  name = "alias/aws/s3"
}

resource "aws_codebuild_project" "app" {
  encryption_key = data.aws_kms_alias.s3.target_key_arn #!

  artifacts {
    type = "NO_ARTIFACTS"
  }
}
