# case: JSON in a heredoc
resource "aws_batch_job_definition" "render" {
  name                 = "render"
  type                 = "container"
  container_properties = <<-JSON
    {"image": "render", "privileged": false}
  JSON
}

# case: a job without containers
resource "aws_batch_job_definition" "parallel" {
  name = "parallel"
  type = "multinode"
}
