-- Be of another set from now on. ARGV: 5 that set, 6 the place of the log's last entry, 0 for any, 7 its digest.
local refused = refusal()
if refused then return refused end
local seq = tonumber(ARGV[6])
if seq > 0 and (seq ~= redis.call('LLEN', log) or not stands(seq, ARGV[7])) then return {life, 'lacks'} end
redis.call('HSET', ballot, 'set', ARGV[5])
return {life, 'entered'}
