-- Who looked: what query-service writes before it shows a chronology or a special-category code. Each school's looks are a chain of their own, in the form
-- of the ledger's: position counts from 1 in each school, hash is over the same parts. Run by the owner; muster_access exists before.

CREATE TABLE muster.record_read (
    urn           integer NOT NULL,
    position      bigint NOT NULL CHECK (position > 0),
    id            uuid NOT NULL,
    recorded_at   timestamptz NOT NULL,
    pupils        text[] COLLATE "C" NOT NULL,
    metadata      bytea NOT NULL,
    payload       bytea NOT NULL,
    previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash          bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (urn, position)
);

-- By whom was looked at: pupils holds random pupil numbers, as the payload does, and is empty for a look at the whole school.
CREATE INDEX record_read_by_pupil ON muster.record_read USING gin (pupils);
CREATE INDEX record_read_of_school ON muster.record_read (urn, position) WHERE pupils = '{}';

GRANT USAGE ON SCHEMA muster TO muster_access;
GRANT SELECT, INSERT ON muster.record_read TO muster_access;
