#!/bin/bash
# Runs once, when PostgreSQL's volume is new: makes the roles and gives them the passwords that compose was given as secrets.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname muster -f /muster/roles.sql
for role in muster_owner muster_command muster_query muster_access; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname muster \
    -v role="$role" -v password="$(cat "/run/secrets/$role")" <<'SQL'
ALTER ROLE :"role" PASSWORD :'password';
SQL
done
