-- Messages to people outside the school, each told once of one unexplained absence, and what became of them. A row is added when the ledger
-- has asked for it, under the id of that fact, and never taken away, so that the same fact told again finds it there.
-- pupil: the random pupil number. address_sealed: the sealed e-mail address, kept until the message is settled.
-- claim: which attempt holds a row that is SENDING; it alone may say what came of it. not_before, claimed_at, settled_at: business time.
-- recorded: whether the ledger knows the outcome.
CREATE TABLE muster.outbox (
    id             uuid PRIMARY KEY,
    urn            integer NOT NULL,
    pupil          text COLLATE "C" NOT NULL,
    recipient      text COLLATE "C" NOT NULL,
    session_date   date NOT NULL,
    session_half   text COLLATE "C" NOT NULL CHECK (session_half IN ('AM', 'PM')),
    address_sealed text COLLATE "C",
    state          text COLLATE "C" NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN')),
    attempts       integer NOT NULL DEFAULT 0,
    not_before     timestamptz NOT NULL,
    claim          uuid,
    claimed_at     timestamptz,
    settled_at     timestamptz,
    recorded       boolean NOT NULL DEFAULT false,
    CONSTRAINT outbox_claim CHECK ((state = 'SENDING') = (claim IS NOT NULL)),
    CONSTRAINT outbox_settled CHECK ((state IN ('WAITING', 'SENDING')) = (settled_at IS NULL)),
    CONSTRAINT outbox_address CHECK ((settled_at IS NULL) = (address_sealed IS NOT NULL)),
    CONSTRAINT outbox_recorded CHECK (NOT recorded OR settled_at IS NOT NULL)
);

CREATE INDEX outbox_open ON muster.outbox (state, not_before) WHERE NOT recorded;

-- Whom a message is for, and of what, never changes.
GRANT SELECT, INSERT ON muster.outbox TO muster_command;
GRANT UPDATE (address_sealed, state, attempts, not_before, claim, claimed_at, settled_at, recorded) ON muster.outbox TO muster_command;
