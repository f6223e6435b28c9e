-- What following up absence keeps beside the ledger. All of it can be made again from the events, and none of it is read by query-service.

-- Each pupil's sessions that clocks over many days look at (G, N, O, U and I), written as the registers are read; a mark that says something else
-- by now stays with its code, so that reading an event again changes nothing. known_at: since when the mark says something of its kind.
CREATE TABLE muster.absent_mark (
    pupil    text COLLATE "C" NOT NULL,
    date     date NOT NULL,
    half     text COLLATE "C" NOT NULL,
    group_id text COLLATE "C" NOT NULL,
    code     text COLLATE "C" NOT NULL,
    known_at timestamptz NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (pupil, date, half)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON muster.absent_mark TO muster_command;

-- The pupils whose absence is unexplained: every mark of theirs is looked at.
CREATE TABLE muster.open_case (
    case_id uuid PRIMARY KEY,
    pupil   text COLLATE "C" NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON muster.open_case TO muster_command;

-- Axon: how far each processor has read, the sagas, and by what a saga is found.
CREATE TABLE muster.token_entry (
    processorname text NOT NULL,
    segment       integer NOT NULL,
    token         bytea,
    tokentype     text,
    timestamp     text,
    owner         text,
    PRIMARY KEY (processorname, segment)
) WITH (fillfactor = 50);

CREATE TABLE muster.saga_entry (
    sagaid         text COLLATE "C" PRIMARY KEY,
    revision       text,
    sagatype       text COLLATE "C",
    serializedsaga bytea
) WITH (fillfactor = 70);

CREATE TABLE muster.saga_association (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    associationkey   text COLLATE "C",
    associationvalue text COLLATE "C",
    sagaid           text COLLATE "C",
    sagatype         text COLLATE "C"
);

CREATE INDEX saga_association_by_value ON muster.saga_association (associationkey, associationvalue, sagatype);
CREATE INDEX saga_association_by_saga ON muster.saga_association (sagaid, sagatype);

GRANT SELECT, INSERT, UPDATE, DELETE ON muster.token_entry, muster.saga_entry, muster.saga_association TO muster_command;

-- db-scheduler: what falls due, by business time.
CREATE TABLE muster.scheduled_task (
    task_name            text COLLATE "C" NOT NULL,
    task_instance        text COLLATE "C" NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_task_by_time ON muster.scheduled_task (execution_time);
CREATE INDEX scheduled_task_by_heartbeat ON muster.scheduled_task (last_heartbeat);

GRANT SELECT, INSERT, UPDATE, DELETE ON muster.scheduled_task TO muster_command;
