#!/bin/sh
# Entry of the container image: rollcall server | worker | migrate | ctl <command> | make-secrets <folder>
set -eu

# A variable NAME may be given as NAME_FILE instead: the path of a file with the value. Docker and Kubernetes mount
# secrets as files.
for name in ADMIN_TOKEN ENCRYPTION_KEYS DATABASE_URL; do
  eval "file=\${${name}_FILE:-} value=\${$name:-}"
  if [ -z "$value" ] && [ -n "$file" ]; then
    value=$(cat "$file")
    export "$name=$value"
  fi
  unset "${name}_FILE"
done

random() { node -e "process.stdout.write(require('node:crypto').randomBytes($1).toString('$2'))"; }

command=${1:-server}
[ $# -eq 0 ] || shift
case $command in
  server | worker)
    if [ -n "${OTEL_EXPORTER_OTLP_ENDPOINT:-}" ]; then
      export OTEL_SERVICE_NAME="${OTEL_SERVICE_NAME:-rollcall-$command}"
      set -- --import ./dist/libs/platform/src/tracing/start-tracing.js "dist/apps/$command/src/main.js" "$@"
    else
      set -- "dist/apps/$command/src/main.js" "$@"
    fi
    exec node "$@"
    ;;
  migrate) exec node dist/apps/ctl/src/main.js migrate "$@" ;;
  ctl) exec node dist/apps/ctl/src/main.js "$@" ;;
  healthcheck)
    exec node -e "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
    ;;
  make-secrets)
    # Creates each secret only if it does not exist yet. The images of Rollcall, PostgreSQL and Grafana have a folder
    # each, whose files only the user of that image can read.
    umask 077
    cd "$1"
    rollcall=1000 postgres=999 grafana=472
    # Up to release 0.1, all secrets were in one folder.
    for reader in postgres grafana; do
      [ ! -s "rollcall/$reader-password" ] || mv "rollcall/$reader-password" "$reader/password"
      [ -s "$reader/password" ] || random 24 hex >"$reader/password"
    done
    [ -s rollcall/admin-token ] || random 32 hex >rollcall/admin-token
    [ -s rollcall/encryption-keys ] || printf 'k1:%s' "$(random 32 base64)" >rollcall/encryption-keys
    [ -s rollcall/database-url ] ||
      printf 'postgres://rollcall:%s@postgres:5432/rollcall' "$(cat postgres/password)" >rollcall/database-url
    for reader in rollcall postgres grafana; do
      eval "owner=\$$reader"
      chown -R "$owner" "$reader"
      find "$reader" -type f -exec chmod 400 {} +
      chmod 500 "$reader"
    done
    ;;
  *)
    echo "usage: rollcall server | worker | migrate | ctl <command> | make-secrets <folder>" >&2
    exit 64
    ;;
esac
