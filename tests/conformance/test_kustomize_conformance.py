"""What a kustomization builds, compared with Kustomize itself, where `kubectl` is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from cloudlint.languages import analyse
from cloudlint.resource import Plain
from cloudlint.workspace import Workspace

KUBECTL = shutil.which("kubectl")

pytestmark = pytest.mark.skipif(KUBECTL is None, reason="needs kubectl")

BASE = """resources:
  - deploy.yaml
  - more.yaml
"""

DEPLOYMENT = """apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {app: web}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web # the program
          image: nginx:1.0
          ports: [{containerPort: 80}, {containerPort: 81, name: x}]
          env: [{name: A, value: "1"}, {name: B, value: "2"}]
          securityContext:
            privileged: true
        - name: side
          image: registry/side
      volumes:
        - name: v
          hostPath: {path: /etc}
"""

OTHERS = """apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: 80}, {port: 443, targetPort: 443}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: np, namespace: other}
spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: gone}
spec: {schedule: "* * * * *", jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: c}]}}}}}
"""

COMPONENT = """apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
  - target: {kind: Deployment}
    patch: |-
      - op: add
        path: /spec/template/spec/hostPID
        value: true
      - op: replace
        path: /spec/template/spec/containers/0/env/0/value
        value: "9"
      - op: remove
        path: /spec/template/spec/volumes/0
"""

PROD = """namespace: prod
namePrefix: p-
nameSuffix: -s
resources: [../../base]
components: [../../comp]
commonLabels: {tier: web}
images:
  - name: nginx
    newTag: "2.0"
  - name: registry/side
    newName: other/side
    digest: sha256:24a0c4b4a4c0eb97a1aabb8e29f18e917d05abfe1b7a7c07857230879ce7d3d3
replicas: [{name: web, count: 3}]
patches:
  - path: patch.yaml
  - path: ops.json
    target: {kind: Service, name: w.b}
  - target: {labelSelector: "app=web"}
    patch: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: any}
      spec:
        template:
          spec:
            # one by one
            containers:
              - name: side
                securityContext: {readOnlyRootFilesystem: true}
  - patch: |
      $patch: delete
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: gone}
configMapGenerator:
  - name: settings
    literals: [A=1, 'B="two"']
generatorOptions: {disableNameSuffixHash: true}
"""

PATCH = """apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          ports: [{containerPort: 80, name: http}]
          env: [{name: C, value: "3"}, {name: B, $patch: delete}]
          securityContext:
            privileged: false
            capabilities: {add: [SYS_ADMIN]}
        - name: new
          image: nginx
"""

OPERATIONS = """[{"op": "add", "path": "/spec/ports/-",
  "value": {"port": 8080}}]
"""

DEV = """resources: [../../base]
"""

FILES = {
    "base/kustomization.yaml": BASE,
    "base/deploy.yaml": DEPLOYMENT,
    "base/more.yaml": OTHERS,
    "comp/kustomization.yaml": COMPONENT,
    "overlays/prod/kustomization.yaml": PROD,
    "overlays/prod/patch.yaml": PATCH,
    "overlays/prod/ops.json": OPERATIONS,
    "overlays/dev/kustomization.yaml": DEV,
}


@pytest.mark.parametrize("overlay", ["prod", "dev"])
def test_objects_are_what_kustomize_builds(tmp_path: Path, overlay: str) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert KUBECTL is not None
    folder = tmp_path / "overlays" / overlay
    done = subprocess.run([KUBECTL, "kustomize", folder], capture_output=True, text=True, check=True)
    expected = {named(it): sorted_lists(it) for it in yaml.safe_load_all(done.stdout)}
    root = tmp_path.as_posix()
    (graph,) = analyse(Workspace(root), [f"{root}/overlays/{overlay}/kustomization.yaml"]).graphs
    built = []
    for resource in graph.resources:
        whole = {key: value.known for key, value in resource.entries().items() if key != "metadata"}
        described = resource["metadata"].entries()
        # Where nothing names a namespace we leave it open.
        whole["metadata"] = {key: value.known for key, value in described.items() if value.known is not None}
        built.append(whole)
    assert {named(it): sorted_lists(it) for it in built} == expected


def named(thing: Plain) -> tuple[str, str, str]:
    """Kind, namespace and name."""
    assert isinstance(thing, dict)
    metadata = thing["metadata"]
    assert isinstance(metadata, dict)
    return str(thing["kind"]), str(metadata.get("namespace", "")), str(metadata["name"])


def sorted_lists(thing: Plain) -> Plain:
    """Lists of objects in one order: where a patch puts a new item decides nothing that is judged."""
    if isinstance(thing, dict):
        return {key: sorted_lists(value) for key, value in thing.items()}
    if isinstance(thing, list):
        items = [sorted_lists(item) for item in thing]
        objects = bool(items) and isinstance(items[0], dict)
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True)) if objects else items
    return thing
