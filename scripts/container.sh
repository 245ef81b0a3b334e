#!/bin/sh
# Entry of the container image: rollcall server | worker | ctl <command> | make-secrets <folder>
set -eu

# NAME_FILE, as Docker and Kubernetes mount secrets, stands in for NAME.
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
  ctl) exec node dist/apps/ctl/src/main.js "$@" ;;
  healthcheck)
    exec node -e "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
    ;;
  make-secrets)
    # Once: a second start finds them. PostgreSQL's image and ours read them as different users of this one volume.
    cd "$1"
    [ -s postgres-password ] || random 24 hex >postgres-password
    [ -s grafana-password ] || random 24 hex >grafana-password
    [ -s admin-token ] || random 32 hex >admin-token
    [ -s encryption-keys ] || printf 'k1:%s' "$(random 32 base64)" >encryption-keys
    [ -s database-url ] || printf 'postgres://rollcall:%s@postgres:5432/rollcall' "$(cat postgres-password)" >database-url
    ;;
  *)
    echo "usage: rollcall server | worker | ctl <command> | make-secrets <folder>" >&2
    exit 64
    ;;
esac
