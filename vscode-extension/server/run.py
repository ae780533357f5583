"""Start the copy of cloudlint that lies beside this file: `python -I run.py check main.tf`.

Kept readable for any Python 3, so that one that is too old can say so.
"""

import os
import sys

if sys.version_info < (3, 10):
    sys.exit("Python %d.%d is too old: cloudlint needs 3.10 or newer" % sys.version_info[:2])

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "libs"))

from cloudlint.cli import start  # noqa: E402

start()
