-- A proof is made when it is asked for, from the newest checkpoint; an older one is not needed any more.
ALTER TABLE ledger_head ADD COLUMN note TEXT;
UPDATE ledger_head SET note = (SELECT note FROM ledger_checkpoints ORDER BY size DESC LIMIT 1);
DROP TABLE ledger_checkpoints;
ALTER TABLE envelopes DROP COLUMN proof;

-- The newest checkpoint that the force has named in a receipt, as a signed note.
ALTER TABLE force_sequences ADD COLUMN seen TEXT;
