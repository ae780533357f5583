"""Edge cases of the rules about Dockerfiles: rule, source, and the lines that it must report. A mark in the source, as
in the tables for other formats, would not do: few lines of a Dockerfile can end in a comment.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.text import Lines
from tests.examples import judged

CASES: dict[str, list[tuple[str, list[int]]]] = {
    "docker-image-last-user-root": [
        ("FROM a:1\nUSER root\nUSER app", []),
        ("FROM a:1\nUSER app\nUSER root:root", [3]),
        ("FROM a:1\nUSER 0", [2]),
        ("FROM a:1 AS b\nUSER root\nFROM b", [2]),
        ("FROM a:1 AS b\nUSER root\nFROM c:1\nUSER app", []),
        ("FROM a:1\nARG U=root\nUSER $U", [3]),
        ("FROM a:1\nARG U\nUSER $U", []),
    ],
    "docker-image-user-missing": [
        ("FROM a:1", [1]),
        ("FROM a:1 AS b\nUSER app\nFROM b", []),
        ("FROM a:1 AS b\nFROM c:1\nCOPY --from=b /x /x", [2]),
        ("FROM gcr.io/distroless/static:nonroot", []),
        ("FROM $BASE", []),
        ("FROM scratch", []),
    ],
    "docker-image-scratch-user-missing": [("FROM scratch", [1]), ("FROM scratch AS a\nFROM a", [2]), ("FROM a:1", [])],
    "docker-image-tag-missing": [
        ("FROM a", [1]),
        ("FROM r.io:5000/a", [1]),
        ("FROM a@sha256:abc", []),
        ("FROM a:1 AS b\nFROM b", []),
        ("FROM $A", []),
        ("FROM $R/a", [1]),
        ("FROM scratch", []),
    ],
    "docker-image-tag-latest": [
        ("FROM a:latest", [1]),
        ("ARG V=latest\nFROM a:$V", [2]),
        ("FROM a:latest@sha256:abc", []),
        ("FROM a:latest-alpine", []),
    ],
    "docker-image-healthcheck-missing": [
        ("FROM a:1\nHEALTHCHECK NONE", []),
        ("FROM a:1 AS b\nHEALTHCHECK CMD x\nFROM b", []),
        ("FROM a:1 AS b\nHEALTHCHECK CMD x\nFROM c:1", [3]),
    ],
    "docker-image-ssh-port-exposed": [
        ("FROM a:1\nEXPOSE 22/tcp", [2]),
        ("FROM a:1\nEXPOSE 22/udp 2222 80", []),
        ("FROM a:1\nARG P=22\nEXPOSE $P", [3]),
    ],
    "docker-image-port-out-of-range": [("FROM a:1\nEXPOSE 1-70000", [2]), ("FROM a:1\nEXPOSE 1-65535 $P", [])],
    "docker-image-secret-in-variable": [
        ("FROM a:1\nENV API_KEY=abcdef123", [2]),
        ("FROM a:1\nARG GITHUB_TOKEN", [2]),
        ("FROM a:1\nARG PASSWORD\nENV PASSWORD=$PASSWORD", [2]),
        ("FROM a:1\nENV PASSWORD_FILE=/run/secrets/p TOKEN=", []),
        ("FROM a:1\nENV DATABASE=postgres://app:s3cr3tpw@db.example.com/app", [2]),
        ("FROM a:1\nENV PUBLIC_KEY=abc KEY_ID=4 ALLOW_EMPTY_PASSWORD=yes", []),
    ],
    "docker-files-add-for-local-files": [
        ("FROM a:1\nADD x.tar.gz /y", []),
        ("FROM a:1\nADD https://example.com/x /y", []),
        ("FROM a:1\nADD x y.tgz /z/", []),
        ("FROM a:1\nADD $X /z/", []),
        ('FROM a:1\nADD ["x y", "/z/"]', [2]),
    ],
    "docker-files-secret-copied": [
        ("FROM a:1\nCOPY .env ./", [2]),
        ("FROM a:1\nCOPY .env.example .envrc ./", []),
        ("FROM a:1 AS b\nFROM c:1\nCOPY --from=b /root/.npmrc /x", []),
        ("FROM a:1\nCOPY keys/id_rsa /root/.ssh/", [2]),
    ],
    "docker-files-copy-from-itself": [
        ("FROM a:1 AS b\nCOPY --from=b /x /y", [2]),
        ("FROM a:1\nCOPY --from=0 /x /y", [2]),
        ("FROM a:1 AS b\nFROM c:1\nCOPY --from=b /x /y", []),
    ],
    "docker-files-workdir-relative": [
        ("FROM a:1\nWORKDIR $X/y", []),
        ("FROM a:1\nWORKDIR 'C:\\app'", []),
        ("FROM a:1\nENV X=y\nWORKDIR $X", [3]),
    ],
    "docker-files-stage-name-repeated": [("FROM a:1 AS b\nFROM c:1 AS B\nFROM d:1 AS b", [1, 2])],
    "docker-run-sudo": [
        ("FROM a:1\nRUN apt-get install -y sudo && echo sudo", []),
        ("FROM a:1\nRUN echo x | sudo -u app tee /y", [2]),
        ("FROM a:1\nRUN bash -c 'sudo ls'", [2]),
        ('FROM a:1\nRUN ["sudo", "ls"]', [2]),
    ],
    "docker-run-download-piped-to-shell": [
        ("FROM a:1\nRUN curl https://x | tee /y | sudo bash -s -- -y", [2]),
        ("FROM a:1\nRUN wget -O - https://x | sh -s stable", [2]),
        ("FROM a:1\nRUN curl https://x | sudo bash -", [2]),
        ("FROM a:1\nRUN curl https://x | tar xz && bash x.sh", []),
        ("FROM a:1\nRUN bash <(curl https://x)", [2]),
        ('FROM a:1\nRUN sh -c "$(wget -O- https://x)"', [2]),
        ("FROM a:1\nRUN X=$(curl https://x) && echo $X", []),
        ("FROM a:1\nRUN curl https://x | python3 -c 'import json'", []),
    ],
    "docker-run-world-writable": [
        ("FROM a:1\nRUN chmod 1777 /x && chmod 755 /y && chmod 777 /tmp", []),
        ("FROM a:1\nRUN chmod a+rwX /x", [2]),
        ("FROM a:1\nRUN chmod -R 0666 /x", [2]),
        ("FROM a:1\nRUN chmod u+w,o-w /x", []),
    ],
    "docker-packages-update-alone": [
        ("FROM a:1\nRUN apt-get update; apt-get -y install b", []),
        ("FROM a:1\nRUN apt-get install -y b && apt-get update", [2]),
        ("FROM a:1\nRUN <<EOF\napt-get update\napt-get install -y b\nEOF", []),
        ("FROM a:1\nRUN npm update && sbt update", []),
    ],
    "docker-packages-apt-get-recommends": [
        ("FROM a:1\nRUN apt-get -o APT::Install-Recommends=0 install -y b", []),
        ("FROM a:1\nRUN apt-get $OPTIONS install b", []),
        ("FROM a:1\nRUN apt-get install -y $PACKAGES", [2]),
        ("FROM a:1\nRUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/1\nRUN apt-get install -y b", []),
    ],
    "docker-packages-apt-lists-kept": [
        ("FROM a:1\nRUN apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists", []),
        ("FROM a:1\nRUN apt-get update && apt-get install -y b\nRUN rm -rf /var/lib/apt/lists/*", [2]),
        ("FROM a:1\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y b", []),
        ("FROM a:1\nRUN apt-get install -y b", []),
    ],
    "docker-packages-apk-cache-kept": [
        ("FROM a:1\nRUN apk --no-cache add b", []),
        ("FROM a:1\nRUN apk add b && rm -rf /var/cache/apk/*", []),
        ("FROM a:1\nRUN apk add -U b", [2]),
    ],
    "docker-packages-pip-cache-kept": [
        ("FROM a:1\nENV PIP_NO_CACHE_DIR=1\nRUN pip install b", []),
        ("FROM a:1\nRUN pip install b\nENV PIP_NO_CACHE_DIR=1", [2]),
        ("FROM a:1\nRUN --mount=type=cache,target=/root/.cache/pip pip install b", []),
        ("FROM a:1\nRUN python3 -m pip install b", [2]),
    ],
    "docker-packages-pip-version-open": [
        ("FROM a:1\nRUN pip install -r x.txt . b==1 'c>=2' d~=3 ./e git+https://x/y https://x/y.whl -e f", []),
        ("FROM a:1\nRUN pip install -t /x --index-url https://x b", [2]),
        ("FROM a:1\nRUN pip install b[c]==1 $D", []),
    ],
    "docker-packages-npm-version-open": [
        ("FROM a:1\nRUN npm install && npm i -g b@1 @c/d@2 ./e https://x/y.tgz", []),
        ("FROM a:1\nRUN npm i -g @c/d", [2]),
    ],
    "docker-packages-dnf-version-open": [
        ("FROM a:1\nRUN dnf install -y b-1.2 c-1.2.3-4.el9 ./d.rpm https://x/y.rpm", [])
    ],
    "docker-tls-curl-unverified": [
        ("FROM a:1\nRUN curl -o k https://x -H k", []),
        ("FROM a:1\nRUN curl -sSk https://x", [2]),
        ("FROM a:1\nRUN curl -okay https://x", []),
    ],
    "docker-tls-git-configured-unverified": [
        ("FROM a:1\nRUN git -c http.sslVerify=false clone https://x", [2]),
        ("FROM a:1\nRUN git config --global http.https://x.sslVerify true", []),
    ],
    "docker-tls-node-unverified": [
        ("FROM a:1\nRUN env NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci", [2]),
        ("FROM a:1\nENV NODE_TLS_REJECT_UNAUTHORIZED=1", []),
        ("FROM a:1\nARG V=0\nENV NODE_TLS_REJECT_UNAUTHORIZED=$V", [3]),
    ],
}


@pytest.mark.parametrize(("rule", "text", "lines"), [(rule, *case) for rule, cases in CASES.items() for case in cases])
def test_edge_cases(rule: str, text: str, lines: list[int]) -> None:
    index = Lines(text)
    found = judged(text, "dockerfile").of(rule)
    assert [index.position(finding.span.start).line for finding in found] == lines


PARTS = st.sampled_from(
    [
        *("FROM a", "FROM a AS b", "FROM b", "FROM $X", "RUN ", "COPY --from=b ", "ADD ", "ENV ", "ARG X", "EXPOSE "),
        *("USER ", "WORKDIR ", "HEALTHCHECK CMD ", "CMD ", 'RUN ["', 'CMD ["', "SHELL [", "ONBUILD RUN ", "LABEL a="),
        *(
            "\n",
            "\n",
            "\n",
            " ",
            "\\\n",
            " && ",
            " | ",
            "; ",
            '", "',
            '"]',
            '"',
            "'",
            "=",
            "$X",
            "${X:-",
            "}",
            "$(",
            ")",
        ),
        *("apt-get install ", "apk add ", "yum ", "pip install ", "npm i ", "curl -k ", "sudo ", "cd /x", "chmod 777 "),
        *("bash -c '", "export A=1", "GIT_SSL_NO_VERIFY=1 ", "clean all", "22", "root", "/y", "<<E", "E\n", "# said\n"),
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join))
def test_no_rule_fails_on_any_text(text: str) -> None:
    said = judged(text, "dockerfile")
    for finding in said.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert "\ufdd0" not in finding.message
        assert "None" not in finding.message
