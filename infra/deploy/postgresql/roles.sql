-- The rooms and the keys of the ledger's database: who may enter. What a role may do inside is granted by
-- command-service's migrations, which run as muster_owner. Safe to run again; passwords are set apart from this file.

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY ['muster_owner', 'muster_command', 'muster_query', 'muster_access']
        LOOP
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
                EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', role_name);
            END IF;
            EXECUTE format('ALTER ROLE %I IN DATABASE muster SET search_path = muster', role_name);
        END LOOP;
END
$$;

REVOKE ALL ON DATABASE muster FROM PUBLIC;
GRANT CONNECT ON DATABASE muster TO muster_owner, muster_command, muster_query, muster_access;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS muster AUTHORIZATION muster_owner;
GRANT USAGE ON SCHEMA muster TO muster_command, muster_query, muster_access;
