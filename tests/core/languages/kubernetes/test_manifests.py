"""Manifests to resources: addresses, places, lists, templates, patches, programs, Terraform."""

from __future__ import annotations

import pytest

from cloudlint.languages import analyse_text
from cloudlint.vocabulary.kubernetes import containers, pod_spec

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: a, image: nginx}]}\n"


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        (POD, ["Pod.default.web"]),
        (POD.replace("name: web", "name: web, namespace: shop"), ["Pod.shop.web"]),
        (POD + "---\n" + POD.replace("web", "other"), ["Pod.default.web", "Pod.default.other"]),
        ("---\n# nothing\n---\n" + POD, ["Pod.default.web"]),
        (
            "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: s}\n",
            ["Secret.default.s"],
        ),
        ("apiVersion: v1\nkind: SecretList\nitems:\n- metadata: {name: s}\n", ["Secret.default.s"]),
        (POD + "---\napiVersion: example.com/v1\nkind: Pod\nmetadata: {name: custom}\n", ["Pod.default.web"]),
        ('{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "j"}}', ["Pod.default.j"]),
        ("apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers: [", ["Pod.default.web"]),
    ],
)
def test_addresses(text: str, addresses: list[str]) -> None:
    graph = analyse_text(text, "kubernetes", "a.yaml").graph
    assert [resource.address for resource in graph.resources] == addresses


def test_the_kind_is_the_header() -> None:
    (resource,) = analyse_text(POD, "kubernetes", "a.yaml").graph.resources
    assert resource.span is not None
    assert POD[resource.span.start : resource.span.end] == "kind: Pod"


@pytest.mark.parametrize(
    ("kind", "version", "body"),
    [
        ("Pod", "v1", "spec: {spec}"),
        ("Deployment", "apps/v1", "spec: {{template: {{spec: {spec}}}}}"),
        ("CronJob", "batch/v1", "spec: {{jobTemplate: {{spec: {{template: {{spec: {spec}}}}}}}}}"),
        ("PodTemplate", "v1", "template: {{spec: {spec}}}"),
    ],
)
def test_every_workload_is_one_pod(kind: str, version: str, body: str) -> None:
    spec = "{hostPID: true, securityContext: {runAsUser: 7}, containers: [{name: a}], initContainers: [{name: b}]}"
    text = f"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: x}}\n{body.format(spec=spec)}\n"
    (workload,) = analyse_text(text, "kubernetes", "a.yaml").graph.resources
    assert pod_spec(workload)["hostPID"].equals(True)
    assert [str(container) for container in containers(workload)] == ["Container `a`", "Init container `b`"]
    assert [container.setting("runAsUser").known for container in containers(workload)] == [7, 7]


def test_a_helm_template_is_counted_and_not_judged() -> None:
    analysis = analyse_text(POD.replace("nginx", "{{ .Values.image }}"), "kubernetes", "a.yaml")
    assert not analysis.graphs
    assert not analysis.notices
    assert len(analysis.not_followed) == 1


@pytest.mark.parametrize(
    ("command", "kind", "flag", "value"),
    [
        ("[kube-apiserver, --profiling=false]", "kube-apiserver", "profiling", "false"),
        ("[/usr/bin/etcd, --auto-tls]", "etcd", "auto-tls", "true"),
        ("[sh, -c, 'exec kubelet --read-only-port 0']", "kubelet", "read-only-port", "0"),
        ("[kube-scheduler, --v=2, --v=4]", "kube-scheduler", "v", "4"),
    ],
)
def test_flags_of_the_cluster(command: str, kind: str, flag: str, value: str) -> None:
    text = POD.replace("image: nginx", f"command: {command}")
    program = analyse_text(text, "kubernetes", "a.yaml").graph.of(kind)[0]
    assert program[flag].text == value
    assert program.address == "Pod.default.web"


def test_a_kubelet_may_be_told_elsewhere() -> None:
    text = POD.replace("image: nginx", "command: [kubelet]")
    assert analyse_text(text, "kubernetes", "a.yaml").graph.of("kubelet")[0]["client-ca-file"].unknown
    configured = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n"
    kubelet = analyse_text(configured, "kubernetes", "a.yaml").graph.of("kubelet")[0]
    assert kubelet["read-only-port"].equals(10255)
    assert kubelet["client-ca-file"].absent


TERRAFORM = """resource "kubernetes_deployment_v1" "web" {
  metadata {
    name = "web"
  }
  spec {
    template {
      spec {
        host_pid = true
        container {
          name = "a"
          security_context {
            run_as_non_root = false
          }
        }
      }
    }
  }
}
"""


def test_terraform_makes_the_same_objects() -> None:
    (deployment,) = analyse_text(TERRAFORM, "terraform").graph.of("Deployment")
    assert deployment.address == "kubernetes_deployment_v1.web"
    assert pod_spec(deployment)["hostPID"].equals(True)
    (container,) = containers(deployment)
    guarded = container.setting("runAsNonRoot")
    assert guarded.equals(False)
    change = guarded.set(True)
    assert change is not None
    assert [edit.text for edit in change.edits] == ["true"]
    missing = container.value["securityContext.allowPrivilegeEscalation"].set(False)
    assert missing is not None
    assert any("allow_privilege_escalation = false" in edit.text for edit in missing.edits)


def test_a_manifest_in_terraform() -> None:
    text = 'resource "kubernetes_manifest" "m" {\n  manifest = {\n    apiVersion = "v1"\n    kind = "Pod"\n  }\n}\n'
    (pod,) = analyse_text(text, "terraform").graph.of("Pod")
    assert pod.address == "kubernetes_manifest.m"
