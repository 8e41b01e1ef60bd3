#!/usr/bin/env bash
# Build the container and run it as docs/hosting.md and deploy/compose.yaml say, without a registry of images: the base
# of its first stage is made by debootstrap; Caddy and PostgreSQL are Debian's and run beside the container's root with
# the command line of compose.yaml. Needs root, the package indexes and from Debian: buildah debootstrap caddy
# docker-compose postgresql. Some ten minutes; `make test-container`.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
# The work leaves nothing behind, also where a step failed.
buildah() { command buildah --root "$work/storage" --runroot "$work/run" "$@"; }
running=()
finish() {
  [ ${#running[@]} = 0 ] || kill "${running[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  buildah umount --all > /dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

fail() { echo "$1"; tail -n 40 "$work"/*.log; exit 1; }

echo '→ Compose file'
domain=iron.localhost:${TLS_PORT:-18443}
compose() { IRON_DOMAIN="$domain" docker-compose -f "$root/deploy/compose.yaml" "$@"; }
compose config > "$work/compose.yaml"
if docker-compose -f "$root/deploy/compose.yaml" config > /dev/null 2> "$work/refused.log"; then
  fail 'Without IRON_DOMAIN the compose file is taken.'
fi
# What a service of the compose file says: of `iron` its environment, of `caddy` its command line, one a line.
said() { "$root/.venv/bin/python" -c "
import sys, yaml
service = yaml.safe_load(open(sys.argv[1]))['services'][sys.argv[2]]
part = service[sys.argv[3]]
print('\n'.join(f'{k}={v}' for k, v in part.items()) if isinstance(part, dict) else '\n'.join(part))" "$work/compose.yaml" "$@"; }

echo '→ Base of the first stage (debootstrap)'
# BASE_ROOT: a folder in which debootstrap did this before.
[ -n "${BASE_ROOT:-}" ] || debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates,binutils \
  bookworm "$work/base" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" > "$work/debootstrap.log"
made=$(buildah from scratch)
buildah add -q "$made" "${BASE_ROOT:-$work/base}" /
buildah commit -q "$made" localhost/base > /dev/null
rm -rf "$work/base"

echo '→ Wheel'
mkdir -p "$work/context/requirements" "$work/context/scripts"
(cd "$root" && .venv/bin/python -m build --wheel --no-isolation --outdir "$work/context/dist" . > "$work/build.log")
cp "$root/requirements/image.txt" "$work/context/requirements/"
cp "$root/scripts/container_root.py" "$work/context/scripts/"

echo '→ Image'
# A certificate of this network's own proxy, where there is one.
buildah build -q --format docker --build-arg BASE=localhost/base -f "$root/deploy/Containerfile" \
  --volume /etc/ssl/certs/ca-certificates.crt:/etc/ssl/certs/ca-certificates.crt:ro -t iron "$work/context" > /dev/null
user=$(buildah inspect --type image --format '{{.OCIv1.Config.User}}' iron)
[ "$user" = 10001 ] || fail "The image runs as “$user”, not as 10001."
mount=$(buildah mount "$(buildah from iron)")
size=$(du -sm --apparent-size "$mount" | cut -f1)
echo "  image: $size MiB"
[ "$size" -le 200 ] || fail "The image has $size MiB, and 200 at most."
[ ! -e "$mount/bin/sh" ] || fail 'There is a shell in the image.'

port=${PORT:-18431}
mapfile -t image_says < <(buildah inspect --type image --format '{{range .OCIv1.Config.Env}}{{println .}}{{end}}' iron)
# The same as a container without its network of its own: another root, another user, nothing writable but /data and
# /tmp, the environment of image and compose file, and of $more. An engine mounts /etc/hosts, too.
inside() { # FOLDER COMMAND...
  local data=$1; shift
  mapfile -t service_says < <(said iron environment)
  $replace unshare --mount bash -c "
    mount --bind '$mount' '$mount' && mount --bind '$data' '$mount/data' && mount -t tmpfs tmp '$mount/tmp' &&
    mount --bind /dev '$mount/dev' && mount -t proc proc '$mount/proc' &&
    mount --bind '$work/hosts' '$mount/etc/hosts' && mount -o remount,bind,ro '$mount' && exec \"\$@\"" inside \
    env -i "${image_says[@]}" "${service_says[@]}" "${more[@]}" "$(command -v chroot)" --userspec=10001:10001 "$mount" "$@"
}
replace=
printf '127.0.0.1 localhost iron.localhost postgres\n' > "$work/hosts"

wait_for() { # NAME COMMAND...: until it succeeds, while the process still runs
  local name=$1; shift
  for _ in $(seq 240); do
    "$@" > /dev/null 2>&1 && return
    kill -0 "${running[-1]}" 2>/dev/null || fail "$name stopped."
    sleep 0.5
  done
  fail "$name does not answer."
}

start_iron() { # FOLDER LOG
  replace=exec inside "$1" /opt/iron/bin/iron serve --host 127.0.0.1 --port "$port" > "$work/$2.log" 2>&1 &
  running+=($!)
  wait_for Iron curl -fsS "http://127.0.0.1:$port/healthz"
}

stop_last() { kill "${running[-1]}"; wait "${running[-1]}" || true; unset 'running[-1]'; }

echo '→ Caddy, with the command line of the compose file'
# It would add its authority to those of this machine: it sees folders of its own there.
mapfile -t caddy_says < <(said caddy command)
for n in "${!caddy_says[@]}"; do caddy_says[n]=${caddy_says[n]/#iron:8000/127.0.0.1:$port}; done
mkdir "$work/caddy"
unshare --mount bash -c 'mount -t tmpfs own /usr/local/share/ca-certificates && mount -t tmpfs own /etc/ssl/certs && exec "$@"' \
  caddy env HOME="$work/caddy" XDG_DATA_HOME="$work/caddy" XDG_CONFIG_HOME="$work/caddy" "${caddy_says[@]}" \
  > "$work/caddy.log" 2>&1 &
running+=($!)
authority=$work/caddy/caddy/pki/authorities/local/root.crt
wait_for Caddy test -s "$authority"

# Commands that load every library of the image: numbers, dates of other languages, archives, encryption.
commands() { # FOLDER
  local day load=100
  { echo 'Datum,Übung,Gewicht (kg),Wiederholungen'
    for day in 02 05 09 12 16 19 23 26; do echo "$day. März 2026,Beinpresse,$((load += 5)),8"; done; } > "$1/log.csv"
  chown 10001 "$1/log.csv"
  local iron=/opt/iron/bin/iron line
  for line in 'import /data/log.csv' 'next' 'growth leg-press-45' 'press' 'evaluate /data/log.csv' \
    'export /data/copy.json' 'export /data/table.csv --as strong' 'check-content'; do
    # shellcheck disable=SC2086 - words of one line
    inside "$1" $iron $line > "$work/command.log" 2>&1 || fail "iron $line does not work in the image."
  done
  inside "$1" /opt/iron/bin/python -c "import brotli, psycopg, python_calamine, cryptography.hazmat.bindings._rust
import numpy; assert abs(numpy.linalg.svd(numpy.eye(3))[1] - 1).max() < 1e-12" || fail 'A library of the image does not load.'
}

# Sign-up and a push through the proxy, `iron doctor` inside, a restart: everything is there.
try() { # NAME
  local data=$work/$1
  install -d -o 10001 -g 10001 -m 0700 "$data"
  start_iron "$data" "$1"
  local code
  code=$(sed -n 's/^One-time code[^:]*: //p' "$work/$1.log")
  [ -n "$code" ] || fail 'There is no one-time code in the log.'
  client() {
    unshare --mount bash -c "mount --bind '$work/hosts' /etc/hosts && exec \"\$@\"" client \
      "$root/.venv/bin/python" "$root/scripts/container_client.py" "$1" "https://$domain" "$authority" "${@:2}" \
      || fail 'The lifter failed.'
  }
  client begin "$code" "$work/$1.state"
  # Into a file: a grep that has seen enough would break the pipe, and with it the step.
  curl -fsS --cacert "$authority" "https://$domain/exercises/" > "$work/page"
  grep -q 'leg press' "$work/page" || fail 'The library is not there.'
  curl -fsS --cacert "$authority" "https://$domain/app/" > "$work/page"
  grep -qi '<title>' "$work/page" || fail 'The app is not there.'
  install -o 10001 -m 0600 "$authority" "$data/authority.crt"
  more=(SSL_CERT_FILE=/data/authority.crt)
  inside "$data" /opt/iron/bin/iron doctor --json > "$work/$1.doctor" || fail "iron doctor: $(cat "$work/$1.doctor")"
  grep -q "https://$domain answers" "$work/$1.doctor" || fail "iron doctor: $(cat "$work/$1.doctor")"
  more=()
  stop_last
  start_iron "$data" "$1-again"
  client look "$work/$1.state"
  stop_last
}

echo '→ SQLite'
more=()
try sqlite
commands "$work/sqlite"
echo '  sign-up, push, doctor and a restart, over TLS, not root, root file system read-only'

echo '→ PostgreSQL'
postgres=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
install -d -o postgres "$work/postgres"
chmod 0711 "$work"
export PGPASSWORD=a-long-password
printf '%s' "$PGPASSWORD" > "$work/password"
chmod 0644 "$work/password"
runuser -u postgres -- "$postgres/initdb" -D "$work/postgres/data" -U iron --auth=scram-sha-256 \
  --pwfile="$work/password" > "$work/initdb.log"
runuser -u postgres -- "$postgres/postgres" -D "$work/postgres/data" -p "${POSTGRES_PORT:-18432}" -h 127.0.0.1 -k "$work/postgres" \
  > "$work/postgres.log" 2>&1 &
running+=($!)
wait_for PostgreSQL "$postgres/psql" -h 127.0.0.1 -p "${POSTGRES_PORT:-18432}" -U iron postgres -c 'create database iron'
export IRON_DATABASE_URL="postgres://iron@postgres:${POSTGRES_PORT:-18432}/iron" IRON_POSTGRES_PASSWORD=$PGPASSWORD
compose --profile postgres config > "$work/compose.yaml"
more=()
try postgresql
echo '  the same, with the profile'"'"'s variables'
