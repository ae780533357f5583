"""Kustomizations: what is built, in which file a value stands and is changed, who builds a file."""

from __future__ import annotations

import pytest

from cloudlint.analysis import Analysis
from cloudlint.languages import analyse
from cloudlint.languages.kubernetes.kustomize import NAMES, is_kustomization, is_operations
from cloudlint.resource import Plain, Resource, Value
from cloudlint.workspace import Workspace
from tests.core.languages.yaml.reading import applied

POD = """apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  hostPID: true
  containers:
    - name: a # the program
      image: nginx:1
      env: [{name: A, value: "1"}, {name: B, value: "2"}]
      args: [x, y]
    - name: b
      image: side
  volumes:
    - name: v
      hostPath: {path: /etc}
"""
BASE = {"base/kustomization.yaml": "resources: [pod.yaml]\n", "base/pod.yaml": POD}


def analysed(files: dict[str, str], *targets: str) -> Analysis:
    """The analysis of some files of a repository that holds all of them."""
    texts = {f"/r/{name}": text for name, text in files.items()}
    return analyse(Workspace("/r", texts), [f"/r/{name}" for name in targets or files], list(texts))


def over(kustomization: str, **more: str) -> dict[str, str]:
    """The base below an overlay."""
    files = {name.replace("_", "."): text for name, text in more.items()}
    return {**BASE, "kustomization.yaml": f"resources: [base]\n{kustomization}", **files}


def pod(files: dict[str, str], *targets: str) -> Resource:
    """The one pod that is built."""
    found = [it for graph in analysed(files, *targets).graphs for it in graph.of("Pod")]
    assert len(found) == 1
    return found[0]


def stands(files: dict[str, str], value: Value) -> str:
    """What is written where a value is shown, behind the name of its file."""
    assert value.place is not None
    name = value.place.path.removeprefix("/r/")
    return f"{name}: {files[name][value.place.start : value.place.end]}"


HEAD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n"
SPEC = HEAD + "spec: {}\n"


@pytest.mark.parametrize(
    ("patch", "path", "built"),
    [
        ("spec: {hostPID: false}", "spec.hostPID", False),
        ("spec: {hostPID: null}", "spec.hostPID", None),
        ("spec: {hostIPC: true}", "spec.hostIPC", True),
        ("spec: {containers: [{name: a, image: 'nginx:2'}]}", "spec.containers.image", "nginx:2"),
        ("spec: {containers: [{name: a, args: [z]}]}", "spec.containers.args", ["z"]),
        ("spec: {containers: [{name: a, $patch: delete}]}", "spec.containers.name", "b"),
        ("spec: {volumes: [{name: w, emptyDir: {}}]}", "spec.volumes.name", "w"),
        ("spec: {volumes: [{$patch: replace}]}", "spec.volumes", []),
        ("spec: {securityContext: {runAsUser: 7}}", "spec.securityContext.runAsUser", 7),
        ("metadata: {name: web, labels: {tier: x}}", "metadata.labels", {"app": "web", "tier": "x"}),
    ],
)
def test_a_strategic_merge_patch(patch: str, path: str, built: Plain) -> None:
    text = HEAD + patch + "\n" if "metadata" not in patch else f"apiVersion: v1\nkind: Pod\n{patch}\n"
    files = over("patches: [{path: patch.yaml}]\n", patch_yaml=text)
    assert pod(files)[path].known == built
    indented = "".join(f"    {line}\n" for line in text.splitlines())
    assert pod(over(f"patches:\n- patch: |-\n{indented}"))[path].known == built
    assert pod(over("patchesStrategicMerge: [patch.yaml]\n", patch_yaml=text))[path].known == built


@pytest.mark.parametrize(
    ("operation", "path", "built"),
    [
        ("{op: replace, path: /spec/hostPID, value: false}", "spec.hostPID", False),
        ("{op: remove, path: /spec/hostPID}", "spec.hostPID", None),
        ("{op: add, path: /spec/hostIPC, value: true}", "spec.hostIPC", True),
        ("{op: add, path: /spec/containers/0/args/-, value: z}", "spec.containers.args", ["x", "y", "z"]),
        ("{op: add, path: /spec/containers/0/args/1, value: z}", "spec.containers.args", ["x", "z", "y"]),
        ("{op: remove, path: /spec/containers/0/args/0}", "spec.containers.args", ["y"]),
        ("{op: copy, from: /spec/hostPID, path: /spec/hostIPC}", "spec.hostIPC", True),
        ("{op: move, from: /spec/hostPID, path: /spec/hostIPC}", "spec.hostPID", None),
        ("{op: add, path: /metadata/labels/a~1b, value: x}", "metadata.labels", {"app": "web", "a/b": "x"}),
        ("{op: replace, path: /spec/none/there, value: 1}", "spec.hostPID", True),
    ],
)
def test_operations(operation: str, path: str, built: Plain) -> None:
    target = "target: {kind: Pod, name: w.*}"
    assert pod(over(f"patches:\n- {target}\n  patch: |-\n    - {operation}\n"))[path].known == built
    files = over(f"patchesJson6902: [{{path: ops.yaml, {target}}}]\n", ops_yaml=f"- {operation}\n")
    assert pod(files)[path].known == built


QUOTED = [
    # how a patch is written
    "'[{op: replace, path: /spec/hostPID, value: false}]'",
    '\'[{"op": "replace", "path": "/spec/hostPID", "value": false}]\'',
    "'[{op: replace, path: ''/spec/hostPID'', value: false}]'",
    '"[{\\"op\\": \\"replace\\", \\"path\\": \\"/spec/hostPID\\", \\"value\\": false}]"',
    '"- op: replace\\n  path: /spec/hostPID\\n  value: false\\n"',
    "|-\n    - {op: replace, path: /spec/hostPID, value: false}",
    ">\n    [{op: replace,\n    path: /spec/hostPID, value: false}]",
]


@pytest.mark.parametrize("patch", QUOTED)
def test_a_patch_is_read_however_it_is_quoted(patch: str) -> None:
    files = over(f"patches:\n- target: {{kind: Pod}}\n  patch: {patch}\n")
    value = pod(files)["spec.hostPID"]
    assert value.known is False
    assert stands(files, value) == "kustomization.yaml: false"
    assert (value.set(True) is None) is (patch[0] in "\"'")


@pytest.mark.parametrize("damage", ['"a', "]", "hostIPC: [", "- y"])
def test_a_damaged_patch_is_read_and_not_edited(damage: str) -> None:
    patch = f"{HEAD}spec:\n  hostIPC: true\n  {damage}\n".replace("\n", "\n    ")
    value = pod(over(f"patches:\n- target: {{kind: Pod}}\n  patch: |-\n    {patch}\n"))["spec.hostIPC"]
    assert value.known is True
    assert value.set(False) is None


def test_a_patch_that_cannot_be_read_is_told() -> None:
    files = over('patches:\n- target: {kind: Pod}\n  patch: "[{op: remove, path: /spec\\u002fhostPID}]"\n')
    (told,) = analysed(files, "kustomization.yaml").not_followed
    assert told.message == "this patch is written with escapes that are not read here"


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("{kind: Pod}", True),
        ("{kind: Po}", False),
        ("{name: web, version: v1}", True),
        ("{labelSelector: 'app=web'}", True),
        ("{labelSelector: 'app!=web'}", False),
        ("{labelSelector: 'app,!tier'}", True),
        ("{annotationSelector: 'app=web'}", False),
        ("{group: apps}", False),
    ],
)
def test_a_target(target: str, meant: bool) -> None:
    patch = "patch: |-\n    - {op: remove, path: /spec/hostPID}\n"
    assert pod(over(f"patches:\n- target: {target}\n  {patch}"))["spec.hostPID"].absent is meant


@pytest.mark.parametrize(
    ("fields", "path", "built"),
    [
        ("namespace: shop", "metadata.namespace", "shop"),
        ("namePrefix: a-\nnameSuffix: -z", "metadata.name", "a-web-z"),
        ("images: [{name: nginx, newTag: '2'}]", "spec.containers.image", "nginx:2"),
        ("images: [{name: nginx, newName: other}]", "spec.containers.image", "other:1"),
        ("images: [{name: nginx, digest: 'sha256:1'}]", "spec.containers.image", "nginx@sha256:1"),
        ("images: [{name: ngin, newTag: '2'}]", "spec.containers.image", "nginx:1"),
        ("commonLabels: {tier: x}", "metadata.labels", {"app": "web", "tier": "x"}),
        ("labels: [{pairs: {tier: x}}]", "metadata.labels", {"app": "web", "tier": "x"}),
        ("commonAnnotations: {a: b}", "metadata.annotations", {"a": "b"}),
    ],
)
def test_what_changes_every_object(fields: str, path: str, built: Plain) -> None:
    assert pod(over(fields + "\n"))[path].known == built


def test_a_value_stands_in_the_file_that_decides() -> None:
    files = over(
        "patches:\n- path: patch.yaml\n- target: {kind: Pod}\n  patch: |-\n    - op: add\n      path: /spec/hostIPC\n"
        "      value: true # why\nimages: [{name: nginx, newTag: two}]\nnamespace: shop\n",
        patch_yaml=HEAD + "spec:\n  hostNetwork: true\n",
    )
    built = pod(files)
    assert built.address == "Pod.shop.web"
    assert stands(files, built["spec.hostPID"]) == "base/pod.yaml: true"
    assert stands(files, built["spec.hostNetwork"]) == "patch.yaml: true"
    assert stands(files, built["spec.hostIPC"]) == "kustomization.yaml: true"
    assert stands(files, built["spec.containers.image"]) == "kustomization.yaml: two"
    assert stands(files, built["metadata.namespace"]) == "kustomization.yaml: shop"
    assert stands(files, built) == "base/pod.yaml: kind: Pod"
    fixed = applied(files["kustomization.yaml"], built["spec.hostIPC"].set(False))
    assert "      value: false # why\n" in fixed


def test_a_base_is_judged_as_those_build_it_who_use_it() -> None:
    files = {
        **BASE,
        "prod/kustomization.yaml": "resources: [../base]\nnamePrefix: prod-\npatches:\n- patch: |-\n"
        "    apiVersion: v1\n    kind: Pod\n    metadata: {name: web}\n    spec: {hostPID: false}\n",
        "dev/kustomization.yaml": "resources: [../base]\nnamespace: dev\n",
    }
    for target in (*BASE, ""):
        graphs = analysed(files, *([target] if target else [])).graphs
        told = {it.address: it["spec.hostPID"].known for graph in graphs for it in graph.of("Pod")}
        assert told == {"Pod.default.prod-web": False, "Pod.dev.web": True}
    labels = {it.label for graph in analysed(files).graphs for it in graph.of("Pod")}
    assert labels == {"web"}, "messages say the name that is written"


def test_who_says_no_namespace_leaves_it_open() -> None:
    assert pod(over(""))["metadata.namespace"].unknown
    assert pod({"pod.yaml": POD})["metadata.namespace"].absent


@pytest.mark.parametrize("name", NAMES)
def test_all_names_of_kustomizations(name: str) -> None:
    files = {
        "base/pod.yaml": POD,
        f"base/{name}": "resources: [pod.yaml]\n",
        name: "resources: [base]\nnamePrefix: a-\n",
    }
    for target in files:
        assert pod(files, target)["metadata.name"].text == "a-web"


def test_components_and_generators() -> None:
    files = over(
        "components: [part]\nconfigMapGenerator:\n- name: settings\n  literals: [A=1, 'B=\"two\"']\n"
        "secretGenerator:\n- name: keys\n  namespace: shop\n  literals: [password=kh82nhs0]\n"
    )
    files["part/kustomization.yaml"] = (
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n- target: {kind: Pod}\n  patch: |\n"
        "    - {op: remove, path: /spec/volumes}\n"
    )
    (graph,) = analysed(files).graphs
    assert [it.address for it in graph.resources] == [
        "Pod.default.web",
        "ConfigMap.default.settings",
        "Secret.shop.keys",
    ]
    assert graph.of("Pod")[0]["spec.volumes"].absent
    assert graph.of("ConfigMap")[0]["data"].known == {"A": "1", "B": "two"}
    assert stands(files, graph.of("Secret")[0]["stringData.password"]) == "kustomization.yaml: password=kh82nhs0"


def test_what_is_not_here_is_told() -> None:
    files = over("components: [../outside]\n")
    files["kustomization.yaml"] = "resources:\n- https://example.com/base?ref=1\n- missing.yaml\n- base\n- ../outside\n"
    analysis = analysed(files)
    assert [it.span.path for it in analysis.not_followed] == ["/r/kustomization.yaml"] * 3
    assert [it.address for it in analysis.graph.resources] == ["Pod.default.web"]


def test_a_patch_of_what_is_not_here_is_a_part() -> None:
    files = {
        "kustomization.yaml": "resources: [https://example.com/x]\npatches: [{path: patch.yaml}]\n",
        "patch.yaml": HEAD + "spec: {hostPID: true}\n",
    }
    built = pod(files, "patch.yaml")
    assert built["spec.hostPID"].known is True
    assert built["spec.hostIPC"].unknown


def test_kustomizations_that_build_each_other() -> None:
    files = {
        "a/kustomization.yaml": "resources: [../b, pod.yaml]\n",
        "a/pod.yaml": POD,
        "b/kustomization.yaml": "resources: [../a]\n",
    }
    assert any(graph.of("Pod") for graph in analysed(files, "a/pod.yaml").graphs)


def test_a_damaged_kustomization_keeps_what_can_be_read() -> None:
    files = over("namespace: shop\nimages: [\n")
    analysis = analysed(files)
    assert [notice.rule for notice in analysis.notices] == ["syntax-error"]
    assert pod(files).address == "Pod.shop.web"


@pytest.mark.parametrize(
    ("name", "text", "ours"),
    [
        ("kustomization.yaml", "resources: [a.yaml]\n", True),
        ("kustomization.yml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n", True),
        ("kustomization.yaml", "kind: Component\n", True),
        ("kustomization.yaml", "patches:\n- patch: |-\n    apiVersion: v1\n    kind: Pod\n", True),
        ("kustomization.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n", False),
        ("kustomization.yaml", "apiVersion: v1\nkind: Pod\n", False),
        ("kustomization.yaml", "some: thing\n", False),
        ("other.yaml", "resources: [a.yaml]\n", False),
    ],
)
def test_recognised(name: str, text: str, ours: bool) -> None:
    assert is_kustomization(text, f"/r/{name}") is ours


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("- op: add\n  path: /spec/x\n  value: 1\n", True),
        ("- path: /spec/x\n  op: remove\n", True),
        ('[{"op": "replace", "path": "/spec", "value": 1}]', True),
        ("- op: add\n  path: relative\n", False),
        ("- option: add\n  path: /x\n", False),
        ("steps:\n- run: stop: add\n", False),
    ],
)
def test_lists_of_operations(text: str, ours: bool) -> None:
    assert is_operations(text) is ours


GENERATED = """configMapGenerator:
- name: settings
  envs: [settings.env]
  files: [notes.txt, gone.txt]
secretGenerator:
- name: keys
  envs: [elsewhere.env]
"""


def test_what_is_generated_from_files_stands_where_it_is_written() -> None:
    files = over(GENERATED, settings_env="# all\nCOLOR=blue\nASKED\n", notes_txt="hello\n")
    analysis = analysed(files, "kustomization.yaml")
    (settings,) = analysis.graph.of("ConfigMap")
    assert {name: value.known for name, value in settings["data"].entries().items()} == {
        "COLOR": "blue",
        "ASKED": None,
        "notes.txt": "hello\n",
        "gone.txt": None,
    }
    assert settings["data"].entry("gone.txt").unknown
    assert stands(files, settings["data.COLOR"]) == "settings.env: COLOR"
    assert stands(files, settings["data"].entry("notes.txt")) == "kustomization.yaml: notes.txt"
    assert "/r/settings.env" in analysis.documents
    assert analysis.notices == ()


REPLACING = """replacements:
- source: {kind: %s, name: web, fieldPath: metadata.labels.app}
  targets:
  - select: {kind: Pod}
    fieldPaths: ["spec.containers.[name=a].env.[name=A].value"]
"""


def test_a_replaced_value_stands_at_its_source() -> None:
    files = over(REPLACING % "Pod")
    value = pod(files)["spec.containers.env.value"]
    assert value.text == "web"
    assert stands(files, value) == "base/pod.yaml: web"
    assert value.set("other") is None


def test_what_is_replaced_by_something_that_is_not_read_is_unknown() -> None:
    assert pod(over(REPLACING % "Certificate"))["spec.containers.env.value"].unknown


CUT = """replacements:
- source: {kind: Pod, name: web, fieldPath: metadata.labels.app, options: {%s}}
  targets:
  - select: {kind: Pod}
    fieldPaths: ["spec.containers.[name=a].env.[name=A].value"]
"""

CUTS = [
    # options of the source, what is written
    ("delimiter: e, index: 1", "b"),
    ("delimiter: e", "w"),
    ("delimiter: ''", "web"),
    ("delimiter: '', index: 1", "web"),
    ("delimiter: e, index: abc", "web"),  # which Kustomize refuses
    ("delimiter: e, index: []", "w"),
    ("delimiter: e, index: 99999999999999999999", "web"),
]


@pytest.mark.parametrize(("options", "written"), CUTS)
def test_a_replacement_may_be_a_piece_of_its_source(options: str, written: str) -> None:
    assert pod(over(CUT % options))["spec.containers.env.value"].text == written


def test_what_plug_ins_and_charts_make_is_told() -> None:
    files = over("helmCharts: [{name: x, repo: 'https://example.com'}]\ntransformers: [t.yaml]\n")
    analysis = analysed(files, "kustomization.yaml")
    assert [files["kustomization.yaml"][it.span.start : it.span.end] for it in analysis.not_followed] == [
        "[{name: x, repo: 'https://example.com'}]",
        "[t.yaml]",
    ]
