environment = "prod"
assets_acl  = "public-read"
