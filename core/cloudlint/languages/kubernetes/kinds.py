"""The kinds of the Kubernetes API that are read; a custom resource of the same name belongs to another group."""

from __future__ import annotations

# Kind -> the API groups that it is in or was in; the core group is the empty one.
# Knative and OpenShift are read as far as they make pods.
KINDS: dict[str, tuple[str, ...]] = {
    "AdmissionConfiguration": ("apiserver.config.k8s.io",),
    "ClusterRole": ("rbac.authorization.k8s.io",),
    "ClusterRoleBinding": ("rbac.authorization.k8s.io",),
    "ConfigMap": ("",),
    "Configuration": ("serving.knative.dev",),
    "ContainerSource": ("sources.knative.dev",),
    "CronJob": ("batch",),
    "DaemonSet": ("apps", "extensions"),
    "Deployment": ("apps", "extensions"),
    "DeploymentConfig": ("apps.openshift.io",),
    "EncryptionConfiguration": ("apiserver.config.k8s.io",),
    "EndpointSlice": ("discovery.k8s.io",),
    "HorizontalPodAutoscaler": ("autoscaling",),
    "Ingress": ("networking.k8s.io", "extensions"),
    "Job": ("batch",),
    "KubeSchedulerConfiguration": ("kubescheduler.config.k8s.io",),
    "KubeletConfiguration": ("kubelet.config.k8s.io",),
    "LimitRange": ("",),
    "MutatingWebhookConfiguration": ("admissionregistration.k8s.io",),
    "Namespace": ("",),
    "NetworkPolicy": ("networking.k8s.io", "extensions"),
    "PersistentVolume": ("",),
    "PersistentVolumeClaim": ("",),
    "Pod": ("",),
    "PodDisruptionBudget": ("policy",),
    "PodSecurityPolicy": ("policy", "extensions"),
    "PodTemplate": ("",),
    "Policy": ("audit.k8s.io",),
    "ReplicaSet": ("apps", "extensions"),
    "ReplicationController": ("",),
    "ResourceQuota": ("",),
    "Revision": ("serving.knative.dev",),
    "Role": ("rbac.authorization.k8s.io",),
    "RoleBinding": ("rbac.authorization.k8s.io",),
    "Secret": ("",),
    "Service": ("", "serving.knative.dev"),
    "ServiceAccount": ("",),
    "StatefulSet": ("apps",),
    "StorageClass": ("storage.k8s.io",),
    "ValidatingWebhookConfiguration": ("admissionregistration.k8s.io",),
}

LIST = "List"


def is_ours(version: str, kind: str) -> bool:
    """Is a kind at an `apiVersion` one that is read, or a list that may hold some?"""
    group = version.rpartition("/")[0]
    if kind == LIST or (kind.endswith(LIST) and kind.removesuffix(LIST) in KINDS):
        return group == "" or group in KINDS.get(kind.removesuffix(LIST), ())
    # Custom resources are in groups with a dot: a known kind without a group is one whose author forgot it.
    return kind in KINDS and (group == "" or group in KINDS[kind])


def canonical(version: str, kind: str) -> str:
    """The kind that rules know: Knative's services make pods, those of the core group lead to them."""
    return "KnativeService" if kind == "Service" and version.startswith("serving.knative.dev/") else kind
