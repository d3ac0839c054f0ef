-- The desk goes by what comes first, when something begins or when it is due: what is over begins no more.
UPDATE cases SET starts_at = NULL WHERE type = 'signup' AND state IN ('review', 'disputed', 'completed', 'absent');
