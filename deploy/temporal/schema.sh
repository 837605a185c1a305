#!/bin/sh
# Creates or upgrades Temporal's two databases. Safe to run at every start.
set -eu
tool() {
  db=$1; shift
  temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" -p "$DB_PORT" -u "$POSTGRES_USER" --pw "$POSTGRES_PWD" --db "$db" "$@"
}
tool "$DBNAME" create-database || true
tool "$DBNAME" setup-schema -v 0.0 || true
tool "$DBNAME" update-schema --schema-name postgresql/v12/temporal
tool "$VISIBILITY_DBNAME" create-database || true
tool "$VISIBILITY_DBNAME" setup-schema -v 0.0 || true
tool "$VISIBILITY_DBNAME" update-schema --schema-name postgresql/v12/visibility
