-- How every script begins: what the ballot holds, and the server's life. The first script that finds none takes the
-- one that its caller brought for the case.
--
-- KEYS: ballot, log, beside. ARGV: 1 a life for the case, 2 the set that the question names; the others as each says.
-- A row of the log is the entry's digest (32 bytes), its term (20) and its bytes. `beside` has a row for each of those.
--
-- Terms have 64 bits, and a number here only 53: they are texts of twenty digits, which compare as the numbers do.
-- Places are numbers: one beyond 53 bits is rounded, but stays far beyond the end of any log, and is never answered.
local ballot, log, beside = KEYS[1], KEYS[2], KEYS[3]
local life, set, term, writer, held = unpack(redis.call('HMGET', ballot, 'life', 'set', 'term', 'writer', 'held'))
-- Who has lost a part has lost all: the protocol knows no other loss, and a ballot without its log would go on voting.
local length = redis.call('LLEN', log)
if life and (length ~= redis.call('LLEN', beside) or (held and length == 0)) then
  life, set, term, writer = nil, nil, nil, nil
end
if not life then
  redis.call('DEL', ballot, log, beside)
  life = ARGV[1]
  redis.call('HSET', ballot, 'life', life)
end
