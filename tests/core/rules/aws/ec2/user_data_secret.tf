# case: encoded by hand
resource "aws_launch_configuration" "web" {
  image_id         = "ami-0a1b2c3d4e5f60718"
  instance_type    = "t3.small"
  user_data_base64 = "ZXhwb3J0IERBVEFCQVNFX1BBU1NXT1JEPSJTb21lU29ydE9mUGFzc3dvcmQi" #!
}

# case: launch templates take encoded text only
resource "aws_launch_template" "web" {
  user_data = base64encode("export DB_PASSWORD=horse-battery-7") #!
}

# case: fetched when it is needed
resource "aws_instance" "web" {
  user_data = "export DB_PASSWORD=$(aws ssm get-parameter --name /db)"
}
