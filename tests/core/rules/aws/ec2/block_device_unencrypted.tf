# case: some volumes are, one is not
resource "aws_instance" "web" {
  root_block_device {
    encrypted = true
  }

  ebs_block_device {
    device_name = "/dev/sdb"
    encrypted   = false #!
  }

  ebs_block_device { #!
    device_name = "/dev/sdc"
  }
}

# case: a volume from a snapshot is as the snapshot
resource "aws_instance" "web" {
  ebs_block_device {
    device_name = "/dev/sdb"
    snapshot_id = "snap-0a1b2c3d4e5f60718"
  }
}

# case: launch templates have another shape, and texts for booleans
resource "aws_launch_template" "web" {
  block_device_mappings {
    device_name = "/dev/sdb"

    ebs {
      encrypted = "false" #!
    }
  }
}

# case: the account encrypts every new volume
resource "aws_launch_configuration" "web" {
  image_id      = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"

  root_block_device {
    encrypted = false
  }
}

resource "aws_ebs_encryption_by_default" "here" {}

# case: not known
resource "aws_instance" "web" {
  root_block_device {
    encrypted = var.encrypted #?
  }
}

variable "encrypted" {}
