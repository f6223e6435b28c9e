-- The end of data keys. A destroyed key leaves its row, so that it is known to have been there and is never made again; wrapped is gone from it.
-- What a row held before lies in the table's dead rows and in the write-ahead log for a while, wrapped by the master key: see docs/operations.md.

ALTER TABLE muster.subject_key
    ALTER COLUMN wrapped DROP NOT NULL,
    ADD COLUMN destroyed_at timestamptz,
    ADD CONSTRAINT subject_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL));

GRANT UPDATE (wrapped, destroyed_at) ON muster.subject_key TO muster_command;

-- Table owners vacuum; to rewrite this one without what was destroyed, the service may too.
GRANT MAINTAIN ON muster.subject_key TO muster_command;

-- Of a pupil whom nobody can name any more, no message is kept either.
GRANT DELETE ON muster.outbox TO muster_command;

-- What was confirmed and certified, of all schools; a query uses it when it repeats this very condition.
CREATE INDEX event_disposals ON muster.event (position) WHERE type LIKE 'disposal-confirmed%' OR type LIKE 'keys-destroyed%';
