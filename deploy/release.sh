#!/bin/sh
# Puts a version beside the one that runs, installs and builds it there, and only then changes over.
#
#   deploy/release.sh PLACE VERSION COMMAND...
#   sudo -u myaccount deploy/release.sh /opt/myaccount v1.2.0 true && systemctl restart myaccount@3001 myaccount@3002
#
# Run it in a clone of the repository, as the user whose it is. PLACE/current is the version in use; COMMAND restarts what
# runs it, if that user may; `true` leaves that to whoever may. Where the
# build fails, nothing has changed: what runs goes on. To go back, name the version before.
set -eu
place=$1
version=$(git rev-parse --short=12 "$2^{commit}")
shift 2
new=$place/releases/$version

if [ ! -e "$new/.built" ]; then
  rm -rf "$new"
  mkdir -p "$new"
  git archive "$version" | tar -x -C "$new"
  (cd "$new" && npm run build)
  touch "$new/.built"
fi

ln -sfn "releases/$version" "$place/current"
"$@"
