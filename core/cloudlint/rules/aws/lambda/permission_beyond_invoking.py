r"""Lambda permission allows more than to invoke the function.

With `lambda:*` the one who is let in can also change the code of the function and its permissions, and so act with
its role from then on.

## Bad
```terraform
resource "aws_lambda_permission" "orders" {
  function_name = "orders"
  action        = "lambda:*"
  principal     = "arn:aws:iam::111122223333:role/shop"
}
```
## Good
```terraform
resource "aws_lambda_permission" "orders" {
  function_name = "orders"
  action        = "lambda:InvokeFunction"
  principal     = "arn:aws:iam::111122223333:role/shop"
}
```
## Fix
Unsafe: whatever the grantee did besides invoking the function is refused from then on.
## See
https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "3ddf3417-424d-420d-8275-0724dc426520",
        "9b83114b-b2a1-4534-990d-06da015e47aa",
        "75ec6890-83af-4bf1-9f16-e83726df0bd0",
        "ad9dabc7-7839-4bae-a957-aa9120013f39",
    ),
)

INVOKING = ("lambda:InvokeFunction", "lambda:InvokeFunctionUrl", "lambda:InvokeAsync")


@rule.on("aws_lambda_permission")
def check(permission: Resource) -> Iterator[Finding]:
    action = permission["action"]
    if action.text is not None and not action.one_of(INVOKING):
        message = f"{permission} allows `{action.text}`, more than to invoke the function"
        yield rule.found(action, message, fix=action.set("lambda:InvokeFunction"))
