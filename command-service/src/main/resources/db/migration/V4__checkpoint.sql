-- What binds the ledger as a whole: nodes of the Merkle tree (RFC 9162) over the events' hashes, and its signed checkpoints. Both only grow.

-- The root of each whole subtree of 256, 65,536, 16,777,216 ... events; height is 8, 16, 24 ..., number counts from 0. The leaves are muster.event.hash.
CREATE TABLE muster.merkle_node (
    height smallint NOT NULL CHECK (height > 0 AND height % 8 = 0),
    number bigint NOT NULL CHECK (number >= 0),
    hash   bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (height, number)
);

-- What the ledger was when it held so many events, as a signed note.
CREATE TABLE muster.checkpoint (
    size    bigint PRIMARY KEY CHECK (size > 0),
    root    bytea NOT NULL CHECK (octet_length(root) = 32),
    note    text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT, INSERT ON muster.merkle_node, muster.checkpoint TO muster_command;
GRANT SELECT ON muster.merkle_node, muster.checkpoint TO muster_query;
