#!/bin/sh
# Runs once, on an empty data volume: Paizhao's own database, and a role with its databases for Temporal.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v password="$TEMPORAL_DB_PASSWORD" <<'SQL'
create database paizhao;
create role temporal login createdb password :'password';
SQL
