"""What is a manifest, and what only looks like one."""

from __future__ import annotations

import pytest

from cloudlint.languages.kubernetes.recognising import is_manifest, is_template


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("apiVersion: v1\nkind: Pod\n", True),
        ("kind: Pod\napiVersion: v1\n", True),
        ('"apiVersion": "v1"\n"kind": "Pod"\n', True),
        ('{"kind": "Pod", "apiVersion": "v1"}', True),
        ("apiVersion: v1\nkind: List\nitems: []\n", True),
        ("apiVersion: v1\nkind: PodList\nitems: []\n", True),
        ("a: 1\n---\napiVersion: apps/v1\nkind: Deployment\n", True),
        ("{{- if .Values.on }}\napiVersion: v1\nkind: Pod\n{{- end }}\n", True),
        ('apiVersion: {{ template "chart.version" . }}\nkind: Role\n', True),
        ("apiVersion: serving.knative.dev/v1\nkind: Service\n", True),
        ("apiVersion: example.com/v1\nkind: Service\n", False),  # a custom resource of that name
        ("apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\n", False),
        ("apiVersion: v2\nname: chart\nversion: 1.0.0\n", False),  # Chart.yaml
        ("image:\n  apiVersion: v1\n  kind: Pod\n", False),  # values
        ("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n", False),
        ("services:\n  web:\n    image: nginx\n", False),
        ("openapi: 3.0.0\ninfo: {}\n", False),
        ("apiVersion: v1\n---\nkind: Pod\n", False),
        ("", False),
    ],
)
def test_recognised(text: str, ours: bool) -> None:
    assert is_manifest(text) is ours


@pytest.mark.parametrize(
    ("text", "helm"),
    [
        ("replicas: {{ .Values.replicas }}", True),
        ('name: {{ include "chart.name" . }}', True),
        ('apiVersion: {{ template "chart.version" . }}', True),
        ("{{- if and .Values.a .Release.Name }}", True),
        ("summary: '{{ $labels.pod }} is down'", False),
        ("title: '{{instance}}'", False),
        ("plain: text", False),
    ],
)
def test_helm_templates(text: str, helm: bool) -> None:
    assert is_template(text) is helm
