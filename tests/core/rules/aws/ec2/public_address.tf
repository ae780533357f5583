# case: each instance of a block by itself
resource "aws_instance" "web" {
  for_each                    = { inside = false, outside = true } #!
  associate_public_ip_address = each.value
}

# case: one of several interfaces of a launch template, as text
resource "aws_launch_template" "web" {
  network_interfaces {
    associate_public_ip_address = "false"
  }

  network_interfaces {
    associate_public_ip_address = "true" #!
  }
}

# case: not said is another matter
resource "aws_launch_configuration" "web" {
  image_id      = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
}
