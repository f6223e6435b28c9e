-- The ledger, and what is written with it. Run by the owner of the schema "muster"; the services come as muster_command and
-- muster_query, which exist before. What a role may not do to the ledger is left ungranted: nobody but the owner could ever change a row.

GRANT USAGE ON SCHEMA muster TO muster_command, muster_query;

-- Every event ever recorded. Positions are dense and given by the writer, never by a sequence, so that they are in commit order.
CREATE TABLE muster.event (
    position      bigint PRIMARY KEY CHECK (position > 0),
    id            uuid NOT NULL,
    urn           integer NOT NULL,
    stream        text COLLATE "C" NOT NULL,
    seq           bigint NOT NULL CHECK (seq >= 0),
    type          text COLLATE "C" NOT NULL,
    recorded_at   timestamptz NOT NULL,
    metadata      bytea NOT NULL,
    payload       bytea NOT NULL,
    previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash          bytea NOT NULL CHECK (octet_length(hash) = 32),
    CONSTRAINT event_stream_seq UNIQUE (stream, seq)
);

-- Ciphertext doesn't compress, and trying would be the largest part of a write.
ALTER TABLE muster.event
    ALTER COLUMN metadata SET STORAGE EXTERNAL,
    ALTER COLUMN payload SET STORAGE EXTERNAL,
    ALTER COLUMN previous_hash SET STORAGE PLAIN,
    ALTER COLUMN hash SET STORAGE PLAIN;

CREATE INDEX event_by_school ON muster.event (urn, position);

-- For the audit of amendments over all schools; a query uses it when it repeats this very condition.
CREATE INDEX event_amendments ON muster.event (position) WHERE type LIKE 'mark-amended%';

GRANT SELECT, INSERT ON muster.event TO muster_command;
GRANT SELECT ON muster.event TO muster_query;

-- First answers to requests with an Idempotency-Key, kept for 7 days. scope_hash: the calling system and the path.
CREATE TABLE muster.idempotency (
    scope_hash  bytea NOT NULL,
    key         text COLLATE "C" NOT NULL,
    body_hash   bytea NOT NULL,
    status      integer NOT NULL,
    answer      bytea NOT NULL,
    position    bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (scope_hash, key)
);

CREATE INDEX idempotency_by_age ON muster.idempotency (recorded_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON muster.idempotency TO muster_command;

-- How far the relay has got. A topic that was made anew has another id and starts from position 0.
CREATE TABLE muster.relay_position (
    topic      text NOT NULL,
    topic_id   text NOT NULL,
    position   bigint NOT NULL,
    stored_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, topic_id)
);

GRANT SELECT, INSERT, UPDATE ON muster.relay_position TO muster_command;
GRANT SELECT ON muster.relay_position TO muster_query;

-- Data keys, one for a person and academic year of recording (start year), wrapped by the master key.
CREATE TABLE muster.subject_key (
    key_no        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject       text COLLATE "C" NOT NULL,
    academic_year integer NOT NULL,
    wrapped       bytea NOT NULL,
    created_at    timestamptz NOT NULL,
    UNIQUE (subject, academic_year)
);

GRANT SELECT, INSERT ON muster.subject_key TO muster_command;
GRANT SELECT ON muster.subject_key TO muster_query;

-- The roll book: what commands look up, written in the same transaction as the events it comes from; can be rebuilt from the ledger.
-- pupil: the random pupil number; pupil_id: the MIS's own id; upn_index: HMAC of the UPN.
CREATE TABLE muster.roll_pupil (
    urn              integer NOT NULL,
    pupil_id         text COLLATE "C" NOT NULL,
    pupil            text COLLATE "C" PRIMARY KEY,
    upn_index        bytea NOT NULL,
    enrolment        text COLLATE "C" NOT NULL,
    compulsory_from  date,
    compulsory_until date,
    UNIQUE (urn, pupil_id),
    UNIQUE (urn, upn_index)
);

CREATE INDEX roll_pupil_by_upn ON muster.roll_pupil (upn_index);

-- When a pupil was on roll in which group; until_date is null while the spell lasts.
CREATE TABLE muster.roll_spell (
    pupil      text COLLATE "C" NOT NULL,
    urn        integer NOT NULL,
    group_id   text COLLATE "C" NOT NULL,
    from_date  date NOT NULL,
    until_date date
);

CREATE INDEX roll_spell_by_school ON muster.roll_spell (urn);
CREATE INDEX roll_spell_by_pupil ON muster.roll_spell (pupil);

GRANT SELECT, INSERT, UPDATE, DELETE ON muster.roll_pupil, muster.roll_spell TO muster_command;
GRANT SELECT ON muster.roll_pupil, muster.roll_spell TO muster_query;

-- The business clock of trials: it read business_time when the machine's clock read machine_time, and runs on from there. Empty: no trial.
CREATE TABLE muster.business_clock (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    business_time timestamptz NOT NULL,
    machine_time  timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON muster.business_clock TO muster_command;
GRANT SELECT ON muster.business_clock TO muster_query;
