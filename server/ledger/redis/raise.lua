-- Be of this right from now on: a higher one, or the same again. Answers how the log ends.
if not set then return {life, 'stranger'} end
if ARGV[3] < term or (ARGV[3] == term and ARGV[4] ~= writer) then return {life, 'refused', term} end
redis.call('HSET', ballot, 'term', ARGV[3], 'writer', ARGV[4])
local last = redis.call('LINDEX', log, -1)
if not last then return {life, 'granted', string.rep('0', 20), 0, string.rep('\0', 32)} end
return {life, 'granted', string.sub(last, 33, 52), redis.call('LLEN', log), digest_of(last)}
