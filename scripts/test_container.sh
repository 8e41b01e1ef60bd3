#!/usr/bin/env bash
# Build the container and run it as docs/hosting.md says, without a registry of images: the base image is made by
# debootstrap. Needs root, buildah, debootstrap and the package indexes. About two minutes; `make test-container`.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
# Two minutes of work leave nothing behind, also where a step failed.
buildah() { command buildah --root "$work/storage" --runroot "$work/run" "$@"; }
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  wait 2>/dev/null || true
  buildah umount --all > /dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

echo '→ Base image (debootstrap)'
debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates bookworm "$work/base" \
  "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" > "$work/debootstrap.log"
rm -rf "$work"/base/var/cache/apt/* "$work"/base/var/lib/apt/lists/* "$work"/base/usr/share/{doc,man,locale}
made=$(buildah from scratch)
buildah add -q "$made" "$work/base" /
buildah commit -q "$made" localhost/base > /dev/null
rm -rf "$work/base"

echo '→ Wheel'
mkdir "$work/context"
(cd "$root" && .venv/bin/python -m build --wheel --no-isolation --outdir "$work/context/dist" . > "$work/build.log")
mkdir "$work/context/requirements"
cp "$root/requirements/run.txt" "$work/context/requirements/"

echo '→ Image'
# A certificate of this network's own proxy, where there is one.
buildah build -q --format docker --build-arg BASE=localhost/base -f "$root/deploy/Containerfile" \
  --volume /etc/ssl/certs/ca-certificates.crt:/etc/ssl/certs/ca-certificates.crt:ro -t iron "$work/context" > /dev/null

echo '→ Run: not root, read-only root'
user=$(buildah inspect --type image --format '{{.OCIv1.Config.User}}' iron)
[ "$user" = 10001 ] || { echo "The image runs as “$user”, not as 10001."; exit 1; }
made=$(buildah from iron)
mount=$(buildah mount "$made")
size=$(du -sm "$mount" | cut -f1)
base=$(du -sm "$(buildah mount "$(buildah from localhost/base)")" | cut -f1)
echo "  image: $size MiB, of which the base $base MiB"
port=${PORT:-18431}
# The same as a container without its network of its own: another root, another user, nothing writable but /data and /tmp.
unshare --mount bash -c "
  mount --bind '$mount' '$mount' && mount -t tmpfs -o mode=0700,uid=10001,gid=10001 data '$mount/data' &&
  mount -t tmpfs tmp '$mount/tmp' && mount --bind /dev '$mount/dev' && mount -t proc proc '$mount/proc' &&
  mount -o remount,bind,ro '$mount' &&
  exec chroot --userspec=10001:10001 '$mount' env -i PATH=/opt/iron/bin:/usr/bin:/bin IRON_HOME=/data \
    PYTHONDONTWRITEBYTECODE=1 iron serve --host 127.0.0.1 --port $port" > "$work/server.log" 2>&1 &
server=$!
for _ in $(seq 120); do
  curl -fsS "http://127.0.0.1:$port/healthz" > "$work/health" 2>/dev/null && break
  kill -0 "$server" 2>/dev/null || { cat "$work/server.log"; exit 1; }
  sleep 0.5
done
grep -q '"status": "ok"' "$work/health" || { cat "$work/server.log" "$work/health"; exit 1; }
grep -q 'One-time code' "$work/server.log" || { cat "$work/server.log"; exit 1; }
curl -fsS "http://127.0.0.1:$port/exercises/" | grep -q 'leg press'
curl -fsS "http://127.0.0.1:$port/app/" | grep -qi '<title>'
echo '  it serves the app and the library, and is healthy'
